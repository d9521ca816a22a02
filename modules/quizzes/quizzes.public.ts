import { Injectable } from '@nestjs/common';
import type { Tx } from '../../src/platform/database/transaction.js';
import type { QuizDefinition } from './domain/quiz-definition.js';
import { PublishQuiz } from './use-cases/publish-quiz.js';
import { ReadPassedQuizzes, type PassedQuiz } from './use-cases/read-passed-quizzes.js';
import { ReadQuizStatus, type QuizStatus } from './use-cases/read-quiz-status.js';

export { quizDefinitionSchema, quizItemSchema } from './domain/quiz-definition.js';
export type { QuizDefinition } from './domain/quiz-definition.js';
export { QuizPassed } from './domain/quiz-passed.js';
export type { PassedQuiz } from './use-cases/read-passed-quizzes.js';
export type { QuizStatus } from './use-cases/read-quiz-status.js';

/** The door of quizzes for the modules below it. */
@Injectable()
export class Quizzes {
  constructor(
    private readonly publishQuiz: PublishQuiz,
    private readonly readQuizStatus: ReadQuizStatus,
    private readonly readPassedQuizzes: ReadPassedQuizzes,
  ) {}

  /**
   * Makes the definition the current version of its quiz; known content does nothing.
   * @param courseCode the course whose quiz it is, handed on with {@link QuizPassed}
   * @returns the version's id, SHA-256 of its canonical text
   * @throws ZodError for a definition that does not keep the rules of `quizDefinitionSchema`
   */
  publish(tx: Tx, definition: QuizDefinition, courseCode: string | null = null): Promise<string> {
    return this.publishQuiz.execute(tx, { definition, courseCode });
  }

  /** @throws DomainError not_found for a code that no published quiz has */
  statusFor(tx: Tx, personId: string, quizCode: string): Promise<QuizStatus> {
    return this.readQuizStatus.execute(tx, { personId, quizCode });
  }

  /** The quizzes that these persons passed, oldest first, with their share in each competency that was asked about. */
  passedBy(tx: Tx, personIds: readonly string[]): Promise<PassedQuiz[]> {
    return this.readPassedQuizzes.execute(tx, { personIds });
  }
}

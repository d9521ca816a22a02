import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { QuizDefinition } from '../domain/quiz-definition.js';
import { QuizRepository } from '../persistence/quiz.repository.js';

/** What a course quiz asks, with its key, for those who write it. */
@Injectable()
export class ReadQuizText {
  constructor(private readonly quizzes: QuizRepository) {}

  /** The version that new attempts draw from, or null for a code of no quiz. */
  async current(tx: Tx, code: string): Promise<QuizDefinition | null> {
    const quiz = await this.quizzes.find(tx, code);
    return quiz && (await this.quizzes.version(tx, quiz.currentVersionId)).definition;
  }
}

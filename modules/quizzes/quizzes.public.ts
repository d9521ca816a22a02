/** The door of quizzes: what a quiz file looks like, what happened, and how to publish one or ask where a person stands. */
export { quizDefinitionSchema } from './domain/quiz-definition.js';
export type { QuizDefinition } from './domain/quiz-definition.js';

/** A person passed a quiz for the first time. Published once per person and quiz, in the transaction that scored the attempt. */
export class QuizPassed {
  constructor(
    readonly attemptId: string,
    readonly personId: string,
    readonly quizCode: string,
    readonly courseCode: string | null,
    readonly scorePercent: number,
    /** ISO date. */
    readonly passedOn: string,
    /** Percent of the points of each competency the attempt asked about. */
    readonly competencies: Record<string, number>,
  ) {}
}

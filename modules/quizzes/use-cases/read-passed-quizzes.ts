import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { PARTS_PER_QUESTION, percentOf, type CompetencyScore } from '../domain/scoring.js';
import { QuizAttemptRepository } from '../persistence/quiz-attempt.repository.js';

/** A quiz that a person passed, as it was passed. */
export interface PassedQuiz {
  attemptId: string;
  personId: string;
  quizCode: string;
  title: string;
  /** Whole percent of the version that was passed. */
  passPercent: number;
  passedAt: Temporal.Instant;
  /** By code. */
  competencies: CompetencyScore[];
}

/** What several persons have passed, in one read. Attempts that were not passed yet are nobody else's concern. */
@Injectable()
export class ReadPassedQuizzes {
  constructor(private readonly attempts: QuizAttemptRepository) {}

  async execute(tx: Tx, input: { personIds: readonly string[] }): Promise<PassedQuiz[]> {
    const passed = new Map<string, PassedQuiz>();
    for (const { competency, questions, earned, ...attempt } of await this.attempts.passedShares(tx, input.personIds)) {
      const quiz = passed.get(attempt.attemptId) ?? { ...attempt, competencies: [] };
      quiz.competencies.push({ competency, questions, percent: percentOf(earned, questions * PARTS_PER_QUESTION) });
      passed.set(attempt.attemptId, quiz);
    }
    return [...passed.values()];
  }
}

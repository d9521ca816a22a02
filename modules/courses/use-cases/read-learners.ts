import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Quizzes } from '../../quizzes/quizzes.public.js';
import { LearnerRepository } from '../persistence/learner.repository.js';

/** How far somebody has come in a course, for those who teach it: what was done and when, and no result in numbers. */
export interface LearnerActivity {
  readonly lessonsDone: number;
  readonly lessonsTotal: number;
  /** When they last did anything in it: began it, answered, finished a lesson, sat the quiz. */
  readonly lastActiveAt: Temporal.Instant;
  readonly isPaused: boolean;
  readonly isFinished: boolean;
  /** Sittings of the quiz that are over and not passed yet; 0 once it is passed. */
  readonly quizNotPassedYet: number;
}

/** What several people do in one course. */
@Injectable()
export class ReadLearners {
  constructor(
    private readonly learners: LearnerRepository,
    private readonly quizzes: Quizzes,
  ) {}

  /** By person; people who are not in the course are left out. */
  async execute(tx: Tx, courseCode: string, personIds: readonly string[]): Promise<Map<string, LearnerActivity>> {
    const rows = await this.learners.activityOf(tx, courseCode, personIds);
    const found = new Map<string, LearnerActivity>();
    for (const row of rows) {
      const { attempts, passedAttemptId } = await this.quizzes.statusFor(tx, row.personId, row.quizCode);
      const last = [row.lastActiveAt, ...attempts.map(({ startedAt }) => startedAt)]
        .sort(Temporal.Instant.compare)
        .at(-1);
      found.set(row.personId, {
        lessonsDone: row.lessonsDone,
        lessonsTotal: row.lessonsTotal,
        lastActiveAt: last ?? row.lastActiveAt,
        isPaused: row.isPaused,
        isFinished: row.isFinished,
        quizNotPassedYet: passedAttemptId ? 0 : attempts.filter(({ closedAt }) => closedAt !== null).length,
      });
    }
    return found;
  }
}

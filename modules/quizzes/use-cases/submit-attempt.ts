import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { isOver } from '../domain/timing.js';
import { QuizAttemptRepository } from '../persistence/quiz-attempt.repository.js';
import { CloseAttempt } from './close-attempt.js';
import { KeepLateAnswers } from './keep-late-answers.js';
import { SaveAnswers, type GivenAnswer } from './save-answers.js';

export type Submitted =
  | { state: 'handed_in' }
  /** The time had ended: what came along is kept as late. */
  | { state: 'time_is_up' }
  /** Newer answers were there, from another tab: whoever hands in looks at them first. */
  | { state: 'newer_elsewhere' };

/** Hands an attempt in, with the answers that come along. After its time, what was saved before counts. */
@Injectable()
export class SubmitAttempt {
  constructor(
    private readonly attempts: QuizAttemptRepository,
    private readonly saveAnswers: SaveAnswers,
    private readonly closeAttempt: CloseAttempt,
    private readonly late: KeepLateAnswers,
  ) {}

  /**
   * Handing in twice is handing in once.
   * @throws DomainError as {@link SaveAnswers}
   */
  async execute(tx: Tx, input: { attemptId: string; answers: readonly GivenAnswer[] }): Promise<Submitted> {
    const own = await this.attempts.findOwn(tx, personIdOf(tx.actor), input.attemptId);
    if (!own) throw notFound('this attempt');
    // Held for closing from the start: taking the weaker hold of an answer first would let two submits block each other.
    const attempt = await this.attempts.lockToClose(tx, own.id);
    if (!attempt || attempt.closedAt || isOver(attempt.deadlineAt, tx.now)) {
      if (attempt) await this.closeAttempt.execute(tx, { attemptId: attempt.id, closedBy: 'time' });
      const answers = input.answers.map((answer) => ({ ...answer, secondsAgo: 0 }));
      await this.late.execute(tx, { attemptId: own.id, answers });
      return { state: attempt?.closedBy === 'person' ? 'handed_in' : 'time_is_up' };
    }
    const saved = await this.saveAnswers.execute(tx, input);
    const newerElsewhere = saved.state === 'open' && saved.outcomes.some(({ state }) => state === 'older');
    if (newerElsewhere) return { state: 'newer_elsewhere' };
    await this.closeAttempt.execute(tx, { attemptId: attempt.id, closedBy: 'person' });
    return { state: 'handed_in' };
  }
}

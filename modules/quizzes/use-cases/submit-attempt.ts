import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { QuizAttemptRepository } from '../persistence/quiz-attempt.repository.js';
import { CloseAttempt } from './close-attempt.js';
import { SaveAnswers, type GivenAnswer } from './save-answers.js';

/** Hands an attempt in, with the answers that come along. After its time, what was saved before counts. */
@Injectable()
export class SubmitAttempt {
  constructor(
    private readonly attempts: QuizAttemptRepository,
    private readonly saveAnswers: SaveAnswers,
    private readonly closeAttempt: CloseAttempt,
  ) {}

  /**
   * Handing in twice is handing in once.
   * @returns `inTime` false when the time had ended, so that the answers that came along were not added
   * @throws DomainError as {@link SaveAnswers}
   */
  async execute(tx: Tx, input: { attemptId: string; answers: GivenAnswer[] }): Promise<{ inTime: boolean }> {
    const own = await this.attempts.findOwn(tx, personIdOf(tx.actor), input.attemptId);
    if (!own) throw notFound('this attempt');
    // Held for closing from the start: taking the weaker hold of an answer first would let two submits block each other.
    const attempt = await this.attempts.lockToClose(tx, own.id);
    if (!attempt || attempt.closedAt) return { inTime: attempt?.closedBy !== 'time' };
    const inTime = Temporal.Instant.compare(tx.now, attempt.deadlineAt) < 0;
    if (inTime) await this.saveAnswers.execute(tx, input);
    await this.closeAttempt.execute(tx, { attemptId: attempt.id, closedBy: inTime ? 'person' : 'time' });
    return { inTime };
  }
}

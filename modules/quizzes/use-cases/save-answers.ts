import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { sameAnswer, type Answer } from '../domain/answer.js';
import { secondsUntil } from '../domain/timing.js';
import { QuizAnswerRepository, type AnswerRow } from '../persistence/quiz-answer.repository.js';
import { QuizAttemptRepository } from '../persistence/quiz-attempt.repository.js';
import { AttemptShapes, fitted, type AttemptShape, type SentAnswer } from './attempt-shapes.js';
import { CloseAttempt } from './close-attempt.js';

export interface GivenAnswer extends SentAnswer {
  /** One higher than the revision the person saw when they answered. */
  revision: number;
}

/** What became of an answer; `older`: a newer one was there, which is kept. */
export type Outcome = { itemCode: string; revision: number; savedAt: Temporal.Instant } & (
  { state: 'saved' } | { state: 'older'; answer: Answer }
);

/** `over` is an outcome, not an error: the edge says so after the closing has been committed. */
export type Saved =
  | { state: 'open'; outcomes: Outcome[]; deadlineAt: Temporal.Instant; secondsLeft: number }
  | { state: 'over'; byTime: boolean };

/** Saves answers of an open attempt, each only over an older revision of itself. After its time the attempt is closed with what was saved before. */
@Injectable()
export class SaveAnswers {
  constructor(
    private readonly answers: QuizAnswerRepository,
    private readonly shapes: AttemptShapes,
    private readonly attempts: QuizAttemptRepository,
    private readonly closeAttempt: CloseAttempt,
  ) {}

  /** What the fields of a form are read against. @throws DomainError when the attempt is not the person's */
  async questionsOf(tx: Tx, attemptId: string): Promise<AttemptShape> {
    const shape = await this.shapes.of(tx, personIdOf(tx.actor), attemptId);
    if (!shape) throw notFound('this attempt');
    return shape;
  }

  /**
   * @param input answers to different questions @returns an outcome for each, in order
   * @throws DomainError when the attempt is not the person's, or an answer does not fit; then none is saved
   */
  async execute(tx: Tx, input: { attemptId: string; answers: readonly GivenAnswer[] }): Promise<Saved> {
    const { attemptId } = input;
    const rows = fitted(await this.questionsOf(tx, attemptId), input.answers);
    const { deadlineAt, saved } = await this.answers.save(tx, { attemptId, personId: personIdOf(tx.actor) }, rows);
    if (!deadlineAt) return this.over(tx, attemptId);
    const outcomes: Outcome[] = [];
    for (const row of rows) {
      const { itemCode, revision } = row;
      if (saved.includes(itemCode)) outcomes.push({ state: 'saved', itemCode, revision, savedAt: tx.now });
      else outcomes.push(await this.older(tx, attemptId, row));
    }
    return { state: 'open', outcomes, deadlineAt, secondsLeft: secondsUntil(deadlineAt, tx.now) };
  }

  /** The same answer once more (a repeated request, a lost receipt, another tab) is saved already. */
  private async older(tx: Tx, attemptId: string, { itemCode, answer }: AnswerRow): Promise<Outcome> {
    const { answer: kept, revision, savedAt } = await this.answers.one(tx, attemptId, itemCode);
    if (sameAnswer(kept, answer)) return { state: 'saved', itemCode, revision, savedAt };
    return { state: 'older', itemCode, revision, savedAt, answer: kept };
  }

  private async over(tx: Tx, attemptId: string): Promise<Saved> {
    const attempt = await this.attempts.findOwn(tx, personIdOf(tx.actor), attemptId);
    if (!attempt) throw notFound('this attempt');
    if (!attempt.closedAt) await this.closeAttempt.execute(tx, { attemptId, closedBy: 'time' });
    return { state: 'over', byTime: attempt.closedBy !== 'person' };
  }
}

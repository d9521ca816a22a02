import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { fitToItem, sameAnswer } from '../domain/answer.js';
import { QuizAnswerRepository, type AnswerRow } from '../persistence/quiz-answer.repository.js';
import { QuizAttemptRepository } from '../persistence/quiz-attempt.repository.js';
import { answerDoesNotFit, attemptClosed, olderAnswer, timeIsUp } from '../quizzes.errors.js';
import { AttemptShapes, type AttemptShape } from './attempt-shapes.js';
import { CloseAttempt } from './close-attempt.js';

export interface GivenAnswer {
  itemCode: string;
  /** One higher than the revision the person saw when they answered. */
  revision: number;
  chosen?: unknown;
  places?: unknown;
  /** How the sender calls this answer, for the note beside it; the item's code when absent. */
  field?: string;
}

/** `time_is_up` is an outcome, not an error: the edge says so after the closing has been committed. */
export type Saved =
  { state: 'saved'; savedAt: string; answers: { itemCode: string; revision: number }[] } | { state: 'time_is_up' };

type FittedAnswer = AnswerRow & { field: string };

/**
 * Saves answers of an open attempt, each only over an older revision of itself. All of them, or none. After its time
 * the attempt is closed with what was saved before.
 */
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
   * @param input answers to different questions
   * @throws DomainError when the attempt is not the person's, is handed in, or an answer is older or does not fit
   */
  async execute(tx: Tx, input: { attemptId: string; answers: GivenAnswer[] }): Promise<Saved> {
    const { attemptId } = input;
    const rows = fitted(await this.questionsOf(tx, attemptId), input.answers);
    const { open, saved } = await this.answers.save(tx, { attemptId, personId: personIdOf(tx.actor) }, rows);
    if (!open) return this.over(tx, attemptId);
    for (const row of rows) if (!saved.includes(row.itemCode)) await this.older(tx, attemptId, row);
    return {
      state: 'saved',
      savedAt: tx.now.toString(),
      answers: rows.map(({ itemCode, revision }) => ({ itemCode, revision })),
    };
  }

  /** The same answer once more (a repeated request, a lost receipt, another tab) is saved already. */
  private async older(tx: Tx, attemptId: string, { itemCode, answer, field }: FittedAnswer): Promise<void> {
    const kept = await this.answers.one(tx, attemptId, itemCode);
    if (!sameAnswer(kept.answer, answer)) throw olderAnswer([field], kept.savedAt);
  }

  private async over(tx: Tx, attemptId: string): Promise<Saved> {
    const attempt = await this.attempts.findOwn(tx, personIdOf(tx.actor), attemptId);
    if (!attempt) throw notFound('this attempt');
    if (attempt.closedAt) throw attempt.closedBy === 'time' ? timeIsUp() : attemptClosed();
    await this.closeAttempt.execute(tx, { attemptId, closedBy: 'time' });
    return { state: 'time_is_up' };
  }
}

/** @throws DomainError when a question is not asked in the attempt, or an answer does not fit its question */
function fitted(shape: AttemptShape, given: readonly GivenAnswer[]): FittedAnswer[] {
  const unfit: string[] = [];
  const rows = given.flatMap(({ itemCode, revision, field = itemCode, ...sent }) => {
    const question = shape.get(itemCode);
    if (!question) throw notFound('this question in the attempt');
    const answer = fitToItem(question, sent);
    if (!answer) unfit.push(field);
    return answer ? [{ itemCode, revision, field, answer }] : [];
  });
  if (unfit.length > 0) throw answerDoesNotFit(unfit);
  return rows;
}

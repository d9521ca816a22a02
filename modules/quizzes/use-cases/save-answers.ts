import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { fitToItem, sameAnswer, type Answer } from '../domain/answer.js';
import type { QuizAttemptEntity } from '../persistence/quiz-attempt.entity.js';
import { QuizAttemptRepository } from '../persistence/quiz-attempt.repository.js';
import { QuizRepository } from '../persistence/quiz.repository.js';
import { answerDoesNotFit, attemptClosed, olderAnswer, timeIsUp } from '../quizzes.errors.js';
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

/**
 * Saves answers of an open attempt, each only over an older revision of itself. All of them, or none. After its time
 * the attempt is closed with what was saved before.
 */
@Injectable()
export class SaveAnswers {
  constructor(
    private readonly attempts: QuizAttemptRepository,
    private readonly quizzes: QuizRepository,
    private readonly closeAttempt: CloseAttempt,
  ) {}

  /** @throws DomainError when the attempt is not the person's, is handed in, or an answer is older or does not fit */
  async execute(tx: Tx, input: { attemptId: string; answers: GivenAnswer[] }): Promise<Saved> {
    const personId = personIdOf(tx.actor);
    const own = await this.attempts.findOwn(tx, personId, input.attemptId);
    if (!own) throw notFound('this attempt');
    if (own.closedAt) throw own.closedBy === 'time' ? timeIsUp() : attemptClosed();
    if (Temporal.Instant.compare(tx.now, own.deadlineAt) >= 0) {
      await this.closeAttempt.execute(tx, { attemptId: own.id, closedBy: 'time' });
      return { state: 'time_is_up' };
    }
    const attempt = await this.attempts.findOwnToAnswer(tx, personId, own.id);
    if (!attempt || attempt.closedAt) throw attemptClosed();
    const answers = await this.fitted(tx, attempt, input.answers);
    for (const one of answers) await this.save(tx, attempt.id, one);
    return {
      state: 'saved',
      savedAt: tx.now.toString(),
      answers: answers.map(({ itemCode, revision }) => ({ itemCode, revision })),
    };
  }

  private async fitted(tx: Tx, attempt: QuizAttemptEntity, given: GivenAnswer[]) {
    const { definition } = await this.quizzes.version(tx, attempt.quizVersionId);
    const asked = new Set((await this.attempts.itemsOf(tx, attempt.id)).map((item) => item.itemCode));
    const items = new Map(definition.items.filter((item) => asked.has(item.code)).map((item) => [item.code, item]));
    const unfit: string[] = [];
    const fitting = given.flatMap((one) => {
      const item = items.get(one.itemCode);
      if (!item) throw notFound('this question in the attempt');
      const answer = fitToItem(item, one);
      if (!answer) unfit.push(one.field ?? one.itemCode);
      return answer ? [{ ...one, answer }] : [];
    });
    if (unfit.length > 0) throw answerDoesNotFit(unfit);
    return fitting;
  }

  private async save(tx: Tx, attemptId: string, one: GivenAnswer & { answer: Answer }): Promise<void> {
    if (await this.attempts.saveIfNewer(tx, { attemptId, ...one })) return;
    const kept = await this.attempts.answerTo(tx, attemptId, one.itemCode);
    // The same answer once more (a repeated request, a lost receipt, another tab) is saved already.
    if (sameAnswer(kept.answer, one.answer)) return;
    throw olderAnswer([one.field ?? one.itemCode], kept.savedAt);
  }
}

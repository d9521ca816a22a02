import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { sameAnswer } from '../../quizzes/items.public.js';
import { onBreakUntil } from '../domain/breaks.js';
import { isOver } from '../domain/timing.js';
import type { AnswerRow, SavedAnswer } from '../persistence/answer.repository.js';
import { ExamRows } from './exam-rows.js';

export type { AnswerRow } from '../persistence/answer.repository.js';

/** What became of an answer. `over` and `break` are outcomes and not errors: the others of a batch are saved all the same. */
export type Outcome =
  | { state: 'saved'; savedAt: Temporal.Instant; revision: number; end: End }
  | { state: 'older'; kept: SavedAnswer; end: End }
  | { state: 'over'; byTime: boolean }
  | { state: 'break'; until: Temporal.Instant };

/** When the sitting ends, as it is now: every receipt says so, since time given back moves it. */
export interface End {
  deadlineAt: Temporal.Instant;
  secondsLeft: number;
}

/**
 * Saves answers, each only over an older revision of itself and only while its sitting is open. Answers of many people may come
 * together: the caller has made sure that each is the person's own and fits its question; owner, state, time and revision
 * are looked at once more by the statement that writes.
 */
@Injectable()
export class SaveAnswers {
  constructor(private readonly rows: ExamRows) {}

  /**
   * @param answers no question of a sitting twice
   * @returns an outcome for each, in order; never throws for one that comes late, is older or falls into a break: its outcome says so
   */
  async execute(tx: Tx, answers: readonly AnswerRow[]): Promise<Outcome[]> {
    const written = await this.rows.answers.save(tx, answers);
    const outcomes: Outcome[] = [];
    for (const { at, saved, deadlineAt } of written) {
      const answer = answers[at];
      if (!answer) continue;
      const end = deadlineAt && { deadlineAt, secondsLeft: secondsUntil(deadlineAt, tx.now) };
      if (!end) outcomes[at] = await this.over(tx, answer);
      else if (saved) outcomes[at] = { state: 'saved', savedAt: tx.now, revision: answer.revision, end };
      else outcomes[at] = await this.older(tx, answer, end);
    }
    return outcomes;
  }

  /** The same answer once more (a repeated request, a lost receipt, another tab) is saved already. */
  private async older(tx: Tx, { sittingId, versionId, answer, flagged }: AnswerRow, end: End): Promise<Outcome> {
    const kept = await this.rows.answers.one(tx, sittingId, versionId);
    if (!kept) throw new Error('An answer was neither saved nor there');
    if (sameAnswer(kept.answer, answer) && kept.flagged === flagged) {
      return { state: 'saved', savedAt: kept.savedAt, revision: kept.revision, end };
    }
    return { state: 'older', kept, end };
  }

  private async over(tx: Tx, { sittingId, personId }: AnswerRow): Promise<Outcome> {
    const sitting = await this.rows.sittings.findOwn(tx, personId, sittingId);
    const until = sitting && sitting.state === 'open' ? onBreakUntil(sitting, tx.now) : null;
    if (until) return { state: 'break', until };
    return { state: 'over', byTime: !sitting || sitting.state === 'time_up' || isOver(sitting.deadlineAt, tx.now) };
  }
}

function secondsUntil(deadlineAt: Temporal.Instant, now: Temporal.Instant): number {
  return Math.max(0, Math.ceil(now.until(deadlineAt).total('seconds')));
}

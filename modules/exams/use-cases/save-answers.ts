import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { sameAnswer } from '../../quizzes/items.public.js';
import { onBreakUntil } from '../domain/breaks.js';
import { isOver } from '../domain/timing.js';
import type { AnswerRow, SavedAnswer } from '../persistence/answer.repository.js';
import { ExamRows } from './exam-rows.js';

export type { AnswerRow } from '../persistence/answer.repository.js';

/** What became of an answer. `over` and `break` are outcomes and not errors: the others of a batch are saved all the same. */
export type Outcome =
  | { state: 'saved'; savedAt: Temporal.Instant; revision: number }
  | { state: 'older'; kept: SavedAnswer }
  | { state: 'over'; byTime: boolean }
  | { state: 'break'; until: Temporal.Instant };

/**
 * Saves answers, each only over an older revision of itself and only while its sitting is open. Answers of many people may come
 * together: the caller has made sure that each is the person's own and fits its question; owner, state, time and revision
 * are looked at once more by the statement that writes.
 */
@Injectable()
export class SaveAnswers {
  constructor(private readonly rows: ExamRows) {}

  /** @param answers no question of a sitting twice @returns an outcome for each, in order */
  async execute(tx: Tx, answers: readonly AnswerRow[]): Promise<Outcome[]> {
    const written = await this.rows.answers.save(tx, answers);
    const outcomes: Outcome[] = [];
    for (const { at, saved, open } of written) {
      const answer = answers[at];
      if (!answer) continue;
      if (saved) outcomes[at] = { state: 'saved', savedAt: tx.now, revision: answer.revision };
      else outcomes[at] = open ? await this.older(tx, answer) : await this.over(tx, answer);
    }
    return outcomes;
  }

  /** The same answer once more (a repeated request, a lost receipt, another tab) is saved already. */
  private async older(tx: Tx, { sittingId, versionId, answer, flagged }: AnswerRow): Promise<Outcome> {
    const kept = await this.rows.answers.one(tx, sittingId, versionId);
    if (!kept) throw new Error('An answer was neither saved nor there');
    if (sameAnswer(kept.answer, answer) && kept.flagged === flagged) {
      return { state: 'saved', savedAt: kept.savedAt, revision: kept.revision };
    }
    return { state: 'older', kept };
  }

  private async over(tx: Tx, { sittingId, personId }: AnswerRow): Promise<Outcome> {
    const sitting = await this.rows.sittings.findOwn(tx, personId, sittingId);
    const until = sitting && sitting.state === 'open' ? onBreakUntil(sitting, tx.now) : null;
    if (until) return { state: 'break', until };
    return { state: 'over', byTime: !sitting || sitting.state === 'time_up' || isOver(sitting.deadlineAt, tx.now) };
  }
}

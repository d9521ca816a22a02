import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';

/** What waits in the bank, counted for somebody who works there. */
@Injectable()
export class WaitingItems {
  /** `review`: handed in by others; `judging`: estimates that the person still owes to studies that are open. */
  async at(tx: Tx, bodyIds: readonly string[], personId: string): Promise<{ review: number; judging: number }> {
    const [row]: [{ review: number; judging: number }] = await tx.manager.query(
      `select
         (select count(*)::int from bank_item_version v
            where v.body_id = any($1) and v.handed_in_at is not null and v.author_id <> $2 and not exists (
              select from bank_item_event e where e.version_id = v.id and e.move = 'hand_in' and e.actor_id = $2)) as review,
         (select count(*)::int from angoff_study s
            join angoff_judge j on j.study_id = s.id and j.judge_id = $2 and j.excused_at is null
            join angoff_study_version w on w.study_id = s.id
            where s.body_id = any($1) and s.state in ('round_1', 'round_2') and not exists (
              select from angoff_estimate e where e.study_id = s.id and e.judge_id = $2 and e.version_id = w.version_id
                and 'round_' || e.round = s.state)) as judging`,
      [[...bodyIds], personId],
    );
    return row;
  }
}

import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Heard } from '../domain/outages.js';
import type { OutageReason } from '../domain/sitting-state.js';
import type { Sitting } from './sitting.repository.js';

/** Time that was given back in a sitting; `by` null: by the rule. */
export interface GivenBack {
  minutes: number;
  reason: OutageReason;
  by: string | null;
  recordedAt: Temporal.Instant;
}

/** When pages of sittings were heard, and what the rule gave back because they were not. */
@Injectable()
export class OutageRepository {
  async heard(tx: Tx, sittingId: string): Promise<Heard> {
    const [row]: [Heard] = await tx.manager.query(
      `select s.deadline_at as "deadlineAt", c.heard_at is not null as speaks,
         greatest(s.started_at, c.heard_at, (select max(a.saved_at) from sitting_answer a where a.sitting_id = s.id)) as "heardAt",
         (e.outage_minutes - coalesce((select sum(o.minutes) from sitting_outage o
           where o.sitting_id = s.id and o.given_by is null), 0))::int as left
       from sitting s join exam e on e.id = s.exam_id left join sitting_contact c on c.sitting_id = s.id where s.id = $1`,
      [sittingId],
    );
    return row;
  }

  /** Its page is there now. */
  async hear(tx: Tx, sittingId: string): Promise<void> {
    await tx.manager.query(
      `insert into sitting_contact as known (sitting_id, heard_at) values ($1, $2)
       on conflict (sitting_id) do update set heard_at = excluded.heard_at where known.heard_at < excluded.heard_at`,
      [sittingId, tx.now.toString()],
    );
  }

  /** By rule: nobody gives it. The end of the sitting follows in the database. */
  async giveByRule(
    tx: Tx,
    { id: sittingId, bodyId }: Pick<Sitting, 'id' | 'bodyId'>,
    { id, minutes, silentFrom }: { id: string; minutes: number; silentFrom: Temporal.Instant },
  ): Promise<void> {
    await tx.manager.query(
      `insert into sitting_outage (id, body_id, sitting_id, minutes, reason, silent_from, recorded_at)
       values ($1, $2, $3, $4, 'network', $5, $6)`,
      [id, bodyId, sittingId, minutes, silentFrom.toString(), tx.now.toString()],
    );
  }

  /** In order. */
  async givenBack(tx: Tx, sittingId: string): Promise<GivenBack[]> {
    return tx.manager.query(
      `select minutes, reason, given_by as by, recorded_at as "recordedAt" from sitting_outage
       where sitting_id = $1 order by recorded_at, id`,
      [sittingId],
    );
  }
}

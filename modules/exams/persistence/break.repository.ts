import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Sitting } from './sitting.repository.js';

/** Breaks of sittings. The end of the sitting follows them in the database. */
@Injectable()
export class BreakRepository {
  /** @param untilAt when it ends by itself */
  async begin(
    tx: Tx,
    { id: sittingId, bodyId }: Pick<Sitting, 'id' | 'bodyId'>,
    { id, untilAt }: { id: string; untilAt: Temporal.Instant },
  ): Promise<void> {
    await tx.manager.query(
      `insert into sitting_break (id, body_id, sitting_id, began_at, until_at) values ($1, $2, $3, $4, $5)`,
      [id, bodyId, sittingId, tx.now.toString(), untilAt.toString()],
    );
  }

  /** Ends the break that is under way. */
  async end(tx: Tx, sittingId: string): Promise<void> {
    await tx.manager.query(
      `update sitting_break set ended_at = $2
       where id = (select id from sitting_break where sitting_id = $1 order by began_at desc, id desc limit 1)
         and ended_at is null`,
      [sittingId, tx.now.toString()],
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';

/** Requests for erasure that wait for a body's word on its legal file. */
@Injectable()
export class WaitingErasures {
  async at(tx: Tx, bodyIds: readonly string[]): Promise<number> {
    const [row]: [{ count: number }] = await tx.manager.query(
      `select count(*)::int as count from erasure_file f join erasure e on e.id = f.erasure_id
       where f.body_id = any($1) and f.reason is null and e.state <> 'taken_back' and e.name_gone_at is null
         and not e.name_stays`,
      [bodyIds],
    );
    return row.count;
  }
}

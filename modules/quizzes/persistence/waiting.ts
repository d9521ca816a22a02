import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';

/** What waits with those who look after accommodations. */
@Injectable()
export class WaitingAccommodations {
  /**
   * Requests at these bodies, the person's own left out.
   * @param bodyIds where the person looks after accommodations
   */
  async at(tx: Tx, bodyIds: readonly string[], personId: string): Promise<number> {
    if (bodyIds.length === 0) return 0;
    const [row]: { count: number }[] = await tx.manager.query(
      `select count(*)::int as count from accommodation_request
       where body_id = any($1) and state = 'open' and person_id <> $2`,
      [[...bodyIds], personId],
    );
    return row?.count ?? 0;
  }
}

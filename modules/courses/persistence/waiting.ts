import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';

/** Certificates of completion that wait for how a name is printed. */
@Injectable()
export class WaitingCompletions {
  /** How many these bodies have to settle; a person's own is settled by somebody else. */
  async at(tx: Tx, bodyIds: readonly string[], personId: string): Promise<number> {
    const [row]: [{ held: number }] = await tx.manager.query(
      `select count(*)::int as held from completion_document
       where state = 'held' and organization_id = any($1) and person_id <> $2`,
      [bodyIds, personId],
    );
    return row.held;
  }
}

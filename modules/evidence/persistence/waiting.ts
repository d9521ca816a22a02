import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';

/** What waits among the things that were handed in. */
@Injectable()
export class WaitingEvidence {
  /** How much of a person's was returned for more information. */
  async of(tx: Tx, personId: string): Promise<number> {
    return count(tx, `person_id = $1 and state = 'returned'`, [personId]);
  }

  /** How much waits for a reviewer of these bodies; what is the reviewer's own does not. */
  async at(tx: Tx, bodyIds: readonly string[], personId: string): Promise<number> {
    return count(tx, `body_id = any($1) and state = 'submitted' and person_id <> $2`, [bodyIds, personId]);
  }
}

async function count(tx: Tx, condition: string, values: unknown[]): Promise<number> {
  const [row]: [{ count: number }] = await tx.manager.query(
    `select count(*)::int as count from submission where ${condition}`,
    values,
  );
  return row.count;
}

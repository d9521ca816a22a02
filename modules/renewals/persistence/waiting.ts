import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';

/** Renewals that wait: for their holder, or for a registrar. */
@Injectable()
export class WaitingRenewals {
  /** Numbers of the credentials whose renewal came back with notes. */
  async of(tx: Tx, personId: string): Promise<string[]> {
    const rows: { number: string }[] = await tx.manager.query(
      `select number from renewal where person_id = $1 and state = 'returned' order by term_ends_on`,
      [personId],
    );
    return rows.map(({ number }) => number);
  }

  async at(tx: Tx, bodyIds: readonly string[]): Promise<number> {
    const [row]: [{ count: number }] = await tx.manager.query(
      `select count(*)::int as count from renewal where body_id = any($1) and state = 'submitted'`,
      [bodyIds],
    );
    return row.count;
  }
}

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

  /** For registrars what waits; for whoever did not propose it, the denials that wait for a second person. */
  async at(
    tx: Tx,
    bodyIds: readonly string[],
    personId: string,
  ): Promise<{ renewals: number; renewals_second: number }> {
    const [row]: [{ renewals: number; renewals_second: number }] = await tx.manager.query(
      `select count(*) filter (where state = 'submitted')::int as renewals,
              count(*) filter (where state = 'denial_proposed' and person_id <> $2 and $2 is distinct from (
                select actor_person_id from renewal_step s where s.renewal_id = renewal.id and move = 'propose_denial'
                order by created_at desc, id desc limit 1))::int as renewals_second
       from renewal where body_id = any($1) and state in ('submitted', 'denial_proposed')`,
      [bodyIds, personId],
    );
    return row;
  }
}

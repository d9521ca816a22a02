import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';

/** The certification that a person chose to work toward: one of one body, until they choose another or none. */
export interface Aim {
  bodyId: string;
  schemeCode: string;
  chosenAt: Temporal.Instant;
}

@Injectable()
export class AimRepository {
  async of(tx: Tx, personId: string): Promise<Aim | null> {
    const rows: Aim[] = await tx.manager.query(
      `select body_id as "bodyId", scheme_code as "schemeCode", chosen_at as "chosenAt" from aim where person_id = $1`,
      [personId],
    );
    return rows[0] ?? null;
  }

  /** @returns whether there was one, and of which body */
  async forget(tx: Tx, personId: string): Promise<Pick<Aim, 'bodyId' | 'schemeCode'> | null> {
    const [rows]: [Pick<Aim, 'bodyId' | 'schemeCode'>[], number] = await tx.manager.query(
      `delete from aim where person_id = $1 returning body_id as "bodyId", scheme_code as "schemeCode"`,
      [personId],
    );
    return rows[0] ?? null;
  }

  async keep(tx: Tx, personId: string, { bodyId, schemeCode, chosenAt }: Aim): Promise<void> {
    await tx.manager.query(
      `insert into aim (person_id, body_id, scheme_code, chosen_at) values ($1, $2, $3, $4)
       on conflict (person_id) do update set body_id = $2, scheme_code = $3, chosen_at = $4`,
      [personId, bodyId, schemeCode, chosenAt.toString()],
    );
  }
}

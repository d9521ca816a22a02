import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';

export interface Warning {
  bodyId: string;
  personId: string;
  caseId: string;
  clock: 'acknowledge' | 'decide' | 'confirm' | 'appeal' | 'register';
  dueOn: Temporal.PlainDate;
}

/** Which deadlines were written about. */
@Injectable()
export class WarningRepository {
  constructor(private readonly ids: Ids) {}

  /** @returns false when it was warned of before */
  async addOnce(tx: Tx, { bodyId, personId, caseId, clock, dueOn }: Warning): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(
      `insert into conduct_warning (id, body_id, person_id, case_id, clock, due_on, warned_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
      [this.ids.next(), bodyId, personId, caseId, clock, dueOn.toString(), tx.now.toString()],
    );
    return rows.length > 0;
  }
}

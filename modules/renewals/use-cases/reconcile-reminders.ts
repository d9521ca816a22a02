import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Register } from '../../credentials/credentials.public.js';
import { dueBy } from '../domain/reminder-plan.js';
import { remindedFrom, remindedTo } from '../domain/reminder-reach.js';
import { ReminderRepository, settledKey } from '../persistence/reminder.repository.js';

const PAGE = 500;

export interface Reconciliation {
  /** Reminders of running terms that were due by yesterday. */
  due: number;
  /** Of those, the ones that the ledger has: sent, excused or unaddressed. */
  settled: number;
  missing: number;
}

/** Compares what was due with what the ledger says became of it. It sends nothing: a shortfall is for a person to look at. */
@Injectable()
export class ReconcileReminders {
  constructor(
    private readonly register: Register,
    private readonly reminders: ReminderRepository,
  ) {}

  async execute(tx: Tx): Promise<Reconciliation> {
    const reach = { expiresFrom: remindedFrom(tx.now), expiresTo: remindedTo(tx.now) };
    let [due, settled] = [0, 0];
    let after: string | undefined;
    do {
      const page = await this.register.activeIn(tx, reach, { after, limit: PAGE });
      const ledger = await this.reminders.settledOf(
        tx,
        page.map(({ credentialId }) => credentialId),
      );
      for (const credential of page) {
        // Yesterday's: those of today may still be on their way.
        const kinds = dueBy(credential, credential.standing.onDate.subtract({ days: 1 }));
        const known = ledger.get(settledKey(credential.credentialId, credential.expiresOn));
        due += kinds.length;
        settled += kinds.filter(({ kind }) => known?.has(kind)).length;
      }
      after = page.length === PAGE ? page.at(-1)?.credentialId : undefined;
    } while (after);
    return { due, settled, missing: due - settled };
  }
}

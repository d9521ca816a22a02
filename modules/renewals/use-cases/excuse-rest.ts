import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { REMINDER_DAYS, type Excuse } from '../domain/reminder-plan.js';
import { ReminderRepository, settledKey } from '../persistence/reminder.repository.js';

interface Concerned {
  credentialId: string;
  personId: string;
  bodyId: string;
}

/** Reminders that began and are no longer wanted: the rest of that term is excused, so that the ledger says why it ends. */
@Injectable()
export class ExcuseRest {
  constructor(
    private readonly reminders: ReminderRepository,
    private readonly ids: Ids,
  ) {}

  async execute(tx: Tx, concerned: Concerned, excuse: Extract<Excuse, 'renewed' | 'ended'>): Promise<void> {
    const termEndsOn = await this.reminders.lastRemindedTerm(tx, concerned.credentialId);
    if (!termEndsOn) return;
    const settled = await this.reminders.settledOf(tx, [concerned.credentialId]);
    const done = settled.get(settledKey(concerned.credentialId, termEndsOn)) ?? new Set();
    for (const days of REMINDER_DAYS) {
      const kind = `${days}-days` as const;
      if (done.has(kind)) continue;
      const { credentialId, personId, bodyId } = concerned;
      const dueOn = Temporal.PlainDate.from(termEndsOn).subtract({ days });
      const line = { credentialId, personId, bodyId, kind, termEndsOn, dueOn, outcome: 'excused', excuse } as const;
      await this.reminders.insertOnce(tx, { id: this.ids.next(), ...line });
    }
  }
}

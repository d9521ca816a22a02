import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Register, type CredentialSummary } from '../../credentials/credentials.public.js';
import { settle } from '../domain/reminder-plan.js';
import { ReminderRepository, settledKey } from '../persistence/reminder.repository.js';
import { RenewalRepository } from '../persistence/renewal.repository.js';
import { remindedFrom, remindedTo } from '../domain/reminder-reach.js';
import { SettleReminder } from './settle-reminder.js';

const BATCH = 100;

/** One batch of the reminders: every due one of these credentials is settled, once, with a letter or an excuse. */
@Injectable()
export class SendReminders {
  constructor(
    private readonly register: Register,
    private readonly reminders: ReminderRepository,
    private readonly renewals: RenewalRepository,
    private readonly settleReminder: SettleReminder,
  ) {}

  /**
   * @param after the last credential of the batch before
   * @returns the last credential of this one; null where no more follow
   */
  async execute(tx: Tx, after?: string): Promise<{ next: string | null }> {
    const reach = { expiresFrom: remindedFrom(tx.now), expiresTo: remindedTo(tx.now) };
    const batch = await this.register.activeIn(tx, reach, { after, limit: BATCH });
    const ids = batch.map(({ credentialId }) => credentialId);
    const settled = await this.reminders.settledOf(tx, ids);
    const waiting = await this.renewals.waitingAmong(tx, ids);
    for (const credential of batch) {
      const done = settled.get(settledKey(credential.credentialId, credential.expiresOn)) ?? new Set();
      await this.settleTerm(tx, credential, { settled: done, renewalSent: waiting.has(credential.credentialId) });
    }
    return { next: batch.length === BATCH ? (ids.at(-1) ?? null) : null };
  }

  private async settleTerm(tx: Tx, credential: CredentialSummary, known: Parameters<typeof settle>[2]): Promise<void> {
    for (const reminder of settle(credential, credential.standing.onDate, known)) {
      await this.settleReminder.execute(tx, credential, reminder);
    }
  }
}

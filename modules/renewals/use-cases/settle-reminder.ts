import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import type { CredentialSummary } from '../../credentials/credentials.public.js';
import { People } from '../../people/people.public.js';
import type { Settlement } from '../domain/reminder-plan.js';
import { ReminderRepository, type ReminderLine } from '../persistence/reminder.repository.js';
import { WriteReminder } from './write-reminder.js';

/**
 * Enters one reminder into the ledger and, where it is new there, writes the letter in the same transaction: of schedulers
 * that run at the same time one enters the line, and the others find it.
 */
@Injectable()
export class SettleReminder {
  constructor(
    private readonly reminders: ReminderRepository,
    private readonly writeReminder: WriteReminder,
    private readonly people: People,
    private readonly ids: Ids,
  ) {}

  async execute(tx: Tx, credential: CredentialSummary, { kind, dueOn, excuse }: Settlement): Promise<void> {
    const { bodyId, personId, credentialId, expiresOn: termEndsOn } = credential;
    const outcome = excuse ? 'excused' : (await this.hasAddress(tx, personId)) ? 'sent' : 'unaddressed';
    const line: ReminderLine = {
      id: this.ids.next(),
      bodyId,
      personId,
      credentialId,
      kind,
      termEndsOn,
      dueOn,
      outcome,
      excuse,
    };
    const entered = await this.reminders.insertOnce(tx, line);
    if (entered && outcome === 'sent') await this.writeReminder.execute(tx, credential, kind);
  }

  private async hasAddress(tx: Tx, personId: string): Promise<boolean> {
    try {
      await this.people.emailOf(tx, personId);
      return true;
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'not_found') return false;
      throw error;
    }
  }
}

import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Term } from '../../credentials/credentials.public.js';
import { Letters } from '../../notifications/notifications.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import type { RenewalEntity } from '../persistence/renewal.entity.js';

/** Writes to the holder about their renewal: one letter for each thing that happened to it. */
@Injectable()
export class AnnounceRenewal {
  constructor(
    private readonly letters: Letters,
    private readonly organizations: Organizations,
  ) {}

  async received(tx: Tx, renewal: RenewalEntity): Promise<void> {
    await this.write(
      tx,
      renewal,
      { kind: 'renewal-received', happening: renewal.id },
      receipt(renewal, renewal.submittedOn),
    );
  }

  async receivedAgain(
    tx: Tx,
    renewal: RenewalEntity,
    { stepId, on }: { stepId: string; on: Temporal.PlainDate },
  ): Promise<void> {
    await this.write(tx, renewal, { kind: 'renewal-received', happening: stepId }, receipt(renewal, on));
  }

  async returned(tx: Tx, renewal: RenewalEntity, { stepId, note }: { stepId: string; note: string }): Promise<void> {
    const { timeZone } = await this.organizations.get(tx, renewal.bodyId);
    const words = { note, on: dateIn(timeZone, tx.now).toString(), expiresOn: renewal.termEndsOn.toString() };
    await this.write(tx, renewal, { kind: 'renewal-returned', happening: stepId }, words);
  }

  async granted(tx: Tx, renewal: RenewalEntity, term: Term): Promise<void> {
    const days = { startsOn: term.startsOn.toString(), expiresOn: term.expiresOn.toString() };
    await this.write(tx, renewal, { kind: 'renewal-granted', happening: renewal.id }, days);
  }

  /** @param letter.happening the id of what the letter tells: told twice, it is one letter */
  private async write(
    tx: Tx,
    renewal: RenewalEntity,
    letter: { kind: string; happening: string },
    words: Record<string, string>,
  ): Promise<void> {
    const { kind, happening } = letter;
    const { personId, bodyId, number, title } = renewal;
    const data = { number, title, path: `/renewals/${number}`, ...words };
    await this.letters.send(tx, { kind, identity: `${kind}:${happening}`, to: { personId }, bodyId, data });
  }
}

function receipt({ termEndsOn }: RenewalEntity, on: Temporal.PlainDate): Record<string, string> {
  return { submittedOn: on.toString(), expiresOn: termEndsOn.toString() };
}

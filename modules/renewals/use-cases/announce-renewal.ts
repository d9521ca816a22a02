import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Term } from '../../credentials/credentials.public.js';
import { Letters } from '../../notifications/notifications.public.js';
import type { RenewalEntity } from '../persistence/renewal.entity.js';

/** Writes to the holder about their renewal. */
@Injectable()
export class AnnounceRenewal {
  constructor(private readonly letters: Letters) {}

  async received(tx: Tx, renewal: RenewalEntity): Promise<void> {
    const days = { submittedOn: renewal.submittedOn.toString(), expiresOn: renewal.termEndsOn.toString() };
    await this.write(tx, 'renewal-received', renewal, days);
  }

  async granted(tx: Tx, renewal: RenewalEntity, term: Term): Promise<void> {
    const days = { startsOn: term.startsOn.toString(), expiresOn: term.expiresOn.toString() };
    await this.write(tx, 'renewal-granted', renewal, days);
  }

  private async write(tx: Tx, kind: string, renewal: RenewalEntity, days: Record<string, string>): Promise<void> {
    const { id, personId, bodyId, number, title } = renewal;
    const data = { number, title, path: `/renewals/${number}`, ...days };
    await this.letters.send(tx, { kind, identity: `${kind}:${id}`, to: { personId }, bodyId, data });
  }
}

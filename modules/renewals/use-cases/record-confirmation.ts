import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Term } from '../../credentials/credentials.public.js';
import type { RenewalEntity } from '../persistence/renewal.entity.js';
import { RenewalRepository } from '../persistence/renewal.repository.js';
import { AnnounceRenewal } from './announce-renewal.js';

/** Notes who confirmed a renewal and what it gave, and tells the holder. */
@Injectable()
export class RecordConfirmation {
  constructor(
    private readonly renewals: RenewalRepository,
    private readonly announce: AnnounceRenewal,
    private readonly audit: Audit,
  ) {}

  async execute(tx: Tx, renewal: RenewalEntity, term: Term): Promise<void> {
    const { id, bodyId, personId } = renewal;
    const confirmedBy = personIdOf(tx.actor);
    await this.renewals.confirm(tx, id, { confirmedBy, confirmedAt: tx.now, newExpiresOn: term.expiresOn });
    const subject = { kind: 'renewal', id };
    const details = { expiresOn: term.expiresOn.toString() };
    await this.audit.record(tx, { action: 'renewals.renewal.confirmed', subject, bodyId, personId, details });
    await this.announce.granted(tx, renewal, term);
  }
}

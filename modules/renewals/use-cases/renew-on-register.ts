import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Register, type CredentialSummary, type Term } from '../../credentials/credentials.public.js';
import { lapseTier, Schemes, setsNewAnchor } from '../../schemes/schemes.public.js';
import type { RenewalEntity } from '../persistence/renewal.entity.js';
import { RecordConfirmation } from './record-confirmation.js';

/**
 * Opens the next term of a renewal on the register and notes it. What was sent when the scheme asks for reinstatement is
 * reinstated by it, and terms are counted anew where the scheme says so.
 */
@Injectable()
export class RenewOnRegister {
  constructor(
    private readonly register: Register,
    private readonly schemes: Schemes,
    private readonly confirmation: RecordConfirmation,
  ) {}

  /** @param on.onDate the day as of which it is confirmed, in the body's zone */
  async execute(
    tx: Tx,
    renewal: RenewalEntity,
    on: { credential: CredentialSummary; onDate: Temporal.PlainDate; move: 'confirm' | 'restore' },
  ): Promise<Term> {
    const { credential, onDate, move } = on;
    const { credentialId, expiresOn, place } = credential;
    const { definition } = await this.schemes.forHolder(tx, credential.schemeVersionId, onDate);
    const isReinstated = lapseTier(definition, expiresOn, renewal.submittedOn, place)?.action === 'reinstate';
    const reason = isReinstated ? 'reinstated_after_expiry' : renewal.late ? 'renewed_late' : 'renewed';
    const newAnchor = isReinstated && setsNewAnchor(definition, 'reinstatement');
    const decidedBy = personIdOf(tx.actor);
    const { term } = await this.register.renew(tx, { credentialId, decidedBy, reason, onDate, newAnchor });
    await this.confirmation.execute(tx, renewal, term, move);
    return term;
  }
}

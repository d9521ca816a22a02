import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Register } from '../../credentials/credentials.public.js';
import { lapseTier, setsNewAnchor } from '../../schemes/schemes.public.js';
import { HoldRenewal } from './hold-renewal.js';
import { ReadyToConfirm } from './ready-to-confirm.js';
import { RecordConfirmation } from './record-confirmation.js';

/**
 * A registrar confirms a renewal: the next term of the credential's anchor opens on the register. What was sent when the
 * scheme asks for reinstatement is reinstated by it, and terms are counted anew where the scheme says so.
 */
@Injectable()
export class ConfirmRenewal {
  constructor(
    private readonly hold: HoldRenewal,
    private readonly register: Register,
    private readonly ready: ReadyToConfirm,
    private readonly confirmation: RecordConfirmation,
  ) {}

  /**
   * @throws DomainError not_found for another body's renewal; renewals.own; renewals.already_confirmed; renewals.not_now;
   * renewals.ended, renewals.still_needed where things changed since it was sent; renewals.fees_open
   */
  async execute(tx: Tx, { renewalId }: { renewalId: string }): Promise<{ id: string; expiresOn: string }> {
    const decidedBy = personIdOf(tx.actor);
    const renewal = await this.hold.execute(tx, renewalId, 'confirm');
    const { credential, today, version } = await this.ready.execute(tx, renewal);
    const { credentialId, expiresOn, place } = credential;
    const isReinstated = lapseTier(version.definition, expiresOn, renewal.submittedOn, place)?.action === 'reinstate';
    const reason = isReinstated ? 'reinstated_after_expiry' : renewal.late ? 'renewed_late' : 'renewed';
    const newAnchor = isReinstated && setsNewAnchor(version.definition, 'reinstatement');
    const { term } = await this.register.renew(tx, { credentialId, decidedBy, reason, onDate: today, newAnchor });
    await this.confirmation.execute(tx, renewal, term);
    return { id: renewalId, expiresOn: term.expiresOn.toString() };
  }
}

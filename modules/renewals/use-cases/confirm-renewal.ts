import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Register } from '../../credentials/credentials.public.js';
import { lapseTier, setsNewAnchor } from '../../schemes/schemes.public.js';
import { neededLines } from '../domain/renewal-words.js';
import { alreadyConfirmed, hasEnded, stillNeeded } from '../renewals.errors.js';
import { HoldRenewal } from './hold-renewal.js';
import { RecordConfirmation } from './record-confirmation.js';
import { RenewalRules } from './renewal-rules.js';

/**
 * A registrar confirms a renewal: the next term of the credential's anchor opens on the register. What was sent when the
 * scheme asks for reinstatement is reinstated by it, and terms are counted anew where the scheme says so.
 */
@Injectable()
export class ConfirmRenewal {
  constructor(
    private readonly hold: HoldRenewal,
    private readonly register: Register,
    private readonly rules: RenewalRules,
    private readonly confirmation: RecordConfirmation,
  ) {}

  /**
   * @throws DomainError not_found for another body's renewal; renewals.own; renewals.already_confirmed; renewals.not_now;
   * renewals.ended, renewals.still_needed where things changed since it was sent
   */
  async execute(tx: Tx, { renewalId }: { renewalId: string }): Promise<{ id: string; expiresOn: string }> {
    const decidedBy = personIdOf(tx.actor);
    const renewal = await this.hold.execute(tx, renewalId, 'confirm');
    const held = await this.register.credentialsOf(tx, renewal.personId);
    const credential = held.find(({ credentialId }) => credentialId === renewal.credentialId);
    if (!credential?.expiresOn.equals(renewal.termEndsOn)) throw alreadyConfirmed();
    const { window, tree, today, version } = await this.rules.of(tx, credential);
    // Sent in time is sent in time: only the end of the credential itself stands in the way now.
    if (window.state === 'ended') throw hasEnded();
    if (!tree.met) throw stillNeeded(neededLines(tree));
    const { credentialId, expiresOn, place } = credential;
    const isReinstated = lapseTier(version.definition, expiresOn, renewal.submittedOn, place)?.action === 'reinstate';
    const reason = isReinstated ? 'reinstated_after_expiry' : renewal.late ? 'renewed_late' : 'renewed';
    const newAnchor = isReinstated && setsNewAnchor(version.definition, 'reinstatement');
    const { term } = await this.register.renew(tx, { credentialId, decidedBy, reason, onDate: today, newAnchor });
    await this.confirmation.execute(tx, renewal, term);
    return { id: renewalId, expiresOn: term.expiresOn.toString() };
  }
}

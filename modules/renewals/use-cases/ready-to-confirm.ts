import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Register } from '../../credentials/credentials.public.js';
import { neededLines } from '../domain/renewal-words.js';
import type { RenewalEntity } from '../persistence/renewal.entity.js';
import { alreadyConfirmed, feesOpen, hasEnded, stillNeeded } from '../renewals.errors.js';
import { RenewalFees } from './renewal-fees.js';
import { RenewalRules, type RenewalCase } from './renewal-rules.js';

/** Whether everything that a renewal asks for is there, on the day of the question. */
@Injectable()
export class ReadyToConfirm {
  constructor(
    private readonly register: Register,
    private readonly rules: RenewalRules,
    private readonly fees: RenewalFees,
  ) {}

  /**
   * @throws DomainError renewals.already_confirmed for a term that another one follows already; renewals.ended,
   * renewals.still_needed where things changed since it was sent; renewals.fees_open where the scheme has it wait for its fees
   */
  async execute(tx: Tx, renewal: RenewalEntity): Promise<RenewalCase> {
    const held = await this.register.credentialsOf(tx, renewal.personId);
    const credential = held.find(({ credentialId }) => credentialId === renewal.credentialId);
    if (!credential?.expiresOn.equals(renewal.termEndsOn)) throw alreadyConfirmed();
    const found = await this.rules.of(tx, credential);
    // Sent in time is sent in time: only the end of the credential itself stands in the way now.
    if (found.window.state === 'ended') throw hasEnded();
    if (!found.tree.met) throw stillNeeded(neededLines(found.tree));
    const { open, waits } = await this.fees.of(tx, renewal);
    if (waits)
      throw feesOpen(open.map(({ number, what, amount }) => `invoice ${number}, ${what.toLowerCase()}, ${amount}`));
    return found;
  }
}

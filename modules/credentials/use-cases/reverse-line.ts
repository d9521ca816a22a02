import { Injectable } from '@nestjs/common';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { alreadyHeld, notReversible, ownCredential, sameDecider } from '../credentials.errors.js';
import { REVERSIBLE } from '../domain/credential-event.js';
import { CredentialRepository, eventOf } from '../persistence/credential.repository.js';
import { FrameChange } from './frame-change.js';
import { NotifyHolder } from './notify-holder.js';
import { WriteLine } from './write-line.js';

export interface Reversal {
  /** The line that is taken back: a suspension, a revocation or a reprimand. */
  eventId: string;
  /** The line has to be of this credential, where one is named. */
  credentialId?: string;
  decidedBy: string;
  /** A code of {@link reversalReasons}. */
  reason: string;
  /** What the body says to the holder, in its own words; never public. */
  explanation?: string | null;
}

/**
 * Takes a decision against a holder back, as if it had never been: from its first day on, the register answers as without
 * it. Both lines stay, and what was known before is still told as it was known.
 */
@Injectable()
export class ReverseLine {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly frame: FrameChange,
    private readonly writeLine: WriteLine,
    private readonly holder: NotifyHolder,
  ) {}

  /**
   * @throws DomainError not_found for an unknown line; credentials.not_reversible; credentials.same_decider;
   * credentials.own_credential; credentials.already_held where the person was granted it anew meanwhile
   */
  async execute(
    tx: Tx,
    { eventId, credentialId: of, decidedBy, reason, explanation = null }: Reversal,
  ): Promise<{ eventId: string }> {
    const decided = await this.credentials.getLine(tx, eventId);
    if (of !== undefined && decided.credentialId !== of) throw notFound('this line of the register');
    const credential = await this.credentials.get(tx, decided.credentialId);
    if (decidedBy === credential.personId) throw ownCredential();
    if (decidedBy === decided.decidedBy) throw sameDecider();
    await this.credentials.lockState(tx, credential.id);
    const lines = (await this.credentials.linesOf(tx, credential.id)).map(eventOf);
    const isDone = lines.some(({ kind, amends }) => kind === 'reversed' && amends === eventId);
    if (isDone || !REVERSIBLE.some((kind) => kind === decided.kind)) throw notReversible();
    const held = await this.credentials.findHeld(tx, credential);
    if (decided.kind === 'revoked' && held && held.credential.id !== credential.id) throw alreadyHeld();
    const { today } = await this.frame.execute(tx, credential, lines);
    const line = await this.writeLine.execute(tx, credential, {
      kind: 'reversed',
      amends: eventId,
      effectiveOn: decided.effectiveOn,
      publicFrom: today,
      reason,
      explanation,
      decidedBy,
    });
    await this.holder.ofReversal(tx, credential, { line, decided });
    return { eventId: line.id };
  }
}

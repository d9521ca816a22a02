import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { RenewalState } from '../domain/renewal-state.js';
import { isRenewable, type RenewalWindow } from '../domain/renewal-window.js';
import { neededLines } from '../domain/renewal-words.js';
import { RenewalRepository } from '../persistence/renewal.repository.js';
import { hasEnded, nextStageFollows, stillNeeded, tooEarly, tooLate } from '../renewals.errors.js';
import { AnswerNotes } from './answer-notes.js';
import { EnterRenewal } from './enter-renewal.js';
import { RenewalRules } from './renewal-rules.js';
import { SendAnew } from './send-anew.js';

/** The first time, after a note, after a denial. */
@Injectable()
export class WaysToSend {
  constructor(
    readonly enter: EnterRenewal,
    readonly answerNotes: AnswerNotes,
    readonly sendAnew: SendAnew,
  ) {}
}

/** Where the same renewal is sent once more. */
const RESENT: readonly RenewalState[] = ['returned', 'denied'];

/**
 * A holder sends the renewal of their term; a registrar confirms it, or returns it and the holder answers and sends it
 * again. What it rests on was looked at when it was handed in, so the first time there is nothing more to declare.
 */
@Injectable()
export class SubmitRenewal {
  constructor(
    private readonly rules: RenewalRules,
    private readonly renewals: RenewalRepository,
    private readonly ways: WaysToSend,
  ) {}

  /**
   * @param input.answer to the registrar's note, for a renewal that was returned
   * @throws DomainError not_found for a credential of somebody else; renewals.too_early with the date it opens;
   * renewals.reapply, renewals.next_stage, renewals.ended; renewals.still_needed; renewals.already_sent;
   * input.needs_attention for a returned one without an answer
   */
  async execute(tx: Tx, input: { number: string; answer?: string }): Promise<{ id: string; state: 'submitted' }> {
    const found = await this.rules.ofHolder(tx, personIdOf(tx.actor), input.number);
    requireRenewable(found.window);
    if (!found.tree.met) throw stillNeeded(neededLines(found.tree));
    const { credentialId, expiresOn } = found.credential;
    const earlier = await this.renewals.ofTerm(tx, credentialId, expiresOn, { lock: true });
    if (earlier?.state === 'returned') await this.ways.answerNotes.execute(tx, earlier, found, input.answer ?? '');
    else if (earlier?.state === 'denied') await this.ways.sendAnew.execute(tx, earlier, found);
    const { id } = earlier && RESENT.includes(earlier.state) ? earlier : await this.ways.enter.execute(tx, found);
    return { id, state: 'submitted' };
  }
}

function requireRenewable(window: RenewalWindow): void {
  if (isRenewable(window)) return;
  if (window.state === 'too_early') throw tooEarly(window.opensOn);
  if (window.state === 'over') throw tooLate();
  if (window.state === 'next_stage') throw nextStageFollows();
  throw hasEnded();
}

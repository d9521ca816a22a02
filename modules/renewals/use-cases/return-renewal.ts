import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { AnnounceRenewal } from './announce-renewal.js';
import { HoldRenewal } from './hold-renewal.js';
import { requireWords } from './require-words.js';
import { TakeStep } from './take-step.js';

/** A registrar gives a renewal back with a note: it is the holder's turn, and nothing they sent is lost. */
@Injectable()
export class ReturnRenewal {
  constructor(
    private readonly hold: HoldRenewal,
    private readonly takeStep: TakeStep,
    private readonly announce: AnnounceRenewal,
  ) {}

  /**
   * @throws DomainError not_found for another body's renewal; renewals.own; renewals.not_now, renewals.already_confirmed;
   * input.needs_attention without a note
   */
  async execute(tx: Tx, input: { renewalId: string; note: string }): Promise<{ id: string; state: 'returned' }> {
    const renewal = await this.hold.execute(tx, input.renewalId, 'return');
    const note = requireWords('note', input.note, 'Write what is needed, so that the person knows what to do');
    const stepId = await this.takeStep.execute(tx, renewal, 'return', { note });
    await this.announce.returned(tx, renewal, { stepId, note });
    return { id: renewal.id, state: 'returned' };
  }
}

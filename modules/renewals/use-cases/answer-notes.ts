import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { RenewalEntity } from '../persistence/renewal.entity.js';
import { AnnounceRenewal } from './announce-renewal.js';
import type { RenewalCase } from './renewal-rules.js';
import { requireWords } from './require-words.js';
import { TakeStep } from './take-step.js';

/** The holder answers a registrar's note and sends the same renewal again. */
@Injectable()
export class AnswerNotes {
  constructor(
    private readonly takeStep: TakeStep,
    private readonly announce: AnnounceRenewal,
  ) {}

  /**
   * The day it was first sent stays: an answer takes nobody's good time away.
   * @param renewal returned, and held
   * @throws DomainError input.needs_attention without an answer
   */
  async execute(tx: Tx, renewal: RenewalEntity, { today }: RenewalCase, typed: string): Promise<void> {
    const note = requireWords('answer', typed, 'Write your answer to the note');
    const stepId = await this.takeStep.execute(tx, renewal, 'submit', { note });
    await this.announce.receivedAgain(tx, renewal, { stepId, on: today });
  }
}

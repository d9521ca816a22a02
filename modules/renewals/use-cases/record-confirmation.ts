import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Term } from '../../credentials/credentials.public.js';
import type { RenewalEntity } from '../persistence/renewal.entity.js';
import { AnnounceRenewal } from './announce-renewal.js';
import { TakeStep } from './take-step.js';

/** Notes who confirmed a renewal, or took its denial back, and what it gave, and tells the holder. */
@Injectable()
export class RecordConfirmation {
  constructor(
    private readonly takeStep: TakeStep,
    private readonly announce: AnnounceRenewal,
  ) {}

  async execute(tx: Tx, renewal: RenewalEntity, term: Term, move: 'confirm' | 'restore'): Promise<void> {
    await this.takeStep.execute(tx, renewal, move, { newExpiresOn: term.expiresOn });
    await (move === 'confirm' ? this.announce.granted(tx, renewal, term) : this.announce.restored(tx, renewal, term));
  }
}

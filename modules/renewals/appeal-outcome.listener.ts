import { Injectable } from '@nestjs/common';
import type { Tx } from '../../src/platform/database/transaction.js';
import { On } from '../../src/platform/events/on.js';
import { RenewalDenialTakenBack } from '../conduct/appeals.public.js';
import { FollowAppeal } from './use-cases/follow-appeal.js';

/** The outcome of an appeal and what follows for the renewal commit together. */
@Injectable()
export class AppealOutcomeListener {
  constructor(private readonly follow: FollowAppeal) {}

  @On(RenewalDenialTakenBack, 'in-transaction')
  async takenBack(tx: Tx, taken: RenewalDenialTakenBack): Promise<void> {
    await this.follow.execute(tx, taken);
  }
}

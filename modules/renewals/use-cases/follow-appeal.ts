import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { RenewalDenialTakenBack } from '../../conduct/appeals.public.js';
import { hasEnded, Register } from '../../credentials/credentials.public.js';
import { stateAfter } from '../domain/renewal-state.js';
import type { RenewalEntity } from '../persistence/renewal.entity.js';
import { RenewalRepository } from '../persistence/renewal.repository.js';
import { RenewOnRegister } from './renew-on-register.js';
import { TakeStep } from './take-step.js';

/**
 * What an appeal of a denial leads to: overturned, the next term opens as of the day of the denial, which is the day it would
 * have been confirmed on; sent back, it waits for a decision by others. Where it was confirmed after it was sent anew, or the
 * credential ended by another decision, there is nothing left to do.
 */
@Injectable()
export class FollowAppeal {
  constructor(
    private readonly renewals: RenewalRepository,
    private readonly register: Register,
    private readonly renew: RenewOnRegister,
    private readonly takeStep: TakeStep,
  ) {}

  async execute(tx: Tx, { renewalStepId, outcome }: RenewalDenialTakenBack): Promise<void> {
    const denial = await this.renewals.step(tx, renewalStepId);
    const renewal = await this.renewals.lock(tx, denial.renewalId);
    if (outcome === 'sent_back') {
      if (stateAfter(renewal.state, 'reopen')) await this.takeStep.execute(tx, renewal, 'reopen', {});
    } else if (stateAfter(renewal.state, 'restore') && denial.onDay) {
      await this.restore(tx, renewal, denial.onDay);
    }
  }

  private async restore(tx: Tx, renewal: RenewalEntity, onDate: Temporal.PlainDate): Promise<void> {
    const held = await this.register.credentialsOf(tx, renewal.personId);
    const credential = held.find(({ credentialId }) => credentialId === renewal.credentialId);
    if (!credential?.expiresOn.equals(renewal.termEndsOn) || hasEnded(credential.standing.status)) return;
    await this.renew.execute(tx, renewal, { credential, onDate, move: 'restore' });
  }
}

import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { claimedBySomeoneElse } from '../certification.errors.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { MayReview } from './may-review.js';
import { OpenCase } from './open-case.js';
import { TakeStep } from './take-step.js';

/** A reviewer takes an application on, so that two never work the same case. Claiming one's own again keeps it longer. */
@Injectable()
export class ClaimApplication {
  constructor(
    private readonly cases: OpenCase,
    private readonly applications: ApplicationRepository,
    private readonly step: TakeStep,
    private readonly may: MayReview,
  ) {}

  async execute(tx: Tx, { applicationId }: { applicationId: string }): Promise<{ applicationId: string }> {
    await this.take(tx, await this.cases.lock(tx, applicationId, ['reviewer']));
    return { applicationId };
  }

  /**
   * @param application held by `OpenCase.lock`
   * @throws DomainError certification.claimed while a colleague has it; certification.conflict.* naming the rule that keeps
   * this person from reviewing
   */
  async take(tx: Tx, application: ApplicationEntity): Promise<void> {
    const reviewerId = personIdOf(tx.actor);
    await this.may.requireApart(tx, application);
    if (application.state === 'under_review') {
      if (application.claimedBy !== reviewerId) throw claimedBySomeoneElse();
      await this.applications.claim(tx, application.id, reviewerId); // still at it: the time for handing back begins anew
      return;
    }
    await this.may.requireFee(tx, application);
    await this.step.execute(tx, application, { move: 'claim' });
    await this.applications.claim(tx, application.id, reviewerId);
  }
}

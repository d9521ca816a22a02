import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { TakeStep } from './take-step.js';

/** The person takes an application back. Evidence stays; a new application may be begun at once. */
@Injectable()
export class WithdrawApplication {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly step: TakeStep,
  ) {}

  /** @throws DomainError not_found for another person's application */
  async execute(tx: Tx, { applicationId }: { applicationId: string }): Promise<{ applicationId: string }> {
    const own = await this.applications.findOwn(tx, personIdOf(tx.actor), applicationId);
    if (!own) throw notFound('this application');
    const application = await this.applications.lock(tx, own.id);
    await this.step.execute(tx, application, { move: 'withdraw' });
    return { applicationId };
  }
}

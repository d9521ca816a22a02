import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { declarationMissing } from '../certification.errors.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { ApplicationRules } from './application-rules.js';
import { TakeStep } from './take-step.js';

/**
 * Sends an application, or sends it again after it was returned. Nothing is frozen: evidence goes on arriving, and what is
 * still needed is told, not held against anyone.
 */
@Injectable()
export class SubmitApplication {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly step: TakeStep,
    private readonly rules: ApplicationRules,
  ) {}

  /**
   * @param input.declaration the person's signed statement that what they send is true and complete (ISO/IEC 17024, 9.1)
   * @throws DomainError not_found for another person's application; certification.scheme_withdrawn for a draft whose scheme
   * takes no new applications any more
   */
  async execute(tx: Tx, input: { applicationId: string; declaration: boolean }): Promise<{ applicationId: string }> {
    const own = await this.applications.findOwn(tx, personIdOf(tx.actor), input.applicationId);
    if (!own) throw notFound('this application');
    if (!input.declaration) throw declarationMissing();
    const application = await this.applications.lock(tx, own.id);
    // What was sent before a scheme was withdrawn goes its way; a draft had not been sent.
    if (application.state === 'draft') await this.rules.requireOffered(tx, await this.rules.of(tx, application));
    await this.step.onRequirements(tx, application, { move: 'submit' });
    return { applicationId: application.id };
  }
}

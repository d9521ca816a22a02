import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { SignedTexts } from '../../evidence/signed-texts.public.js';
import { declarationMissing } from '../certification.errors.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { ApplicationRules } from './application-rules.js';
import { TakeStep } from './take-step.js';

/** The text that is signed by sending: content/statements. */
export const APPLICATION_STATEMENT = 'application_statement';

export interface SubmissionInput {
  applicationId: string;
  /** The person's signed statement that what they send is true and complete (ISO/IEC 17024, 9.1). */
  declaration: boolean;
  /** The version of the statement that they read; left out: the English one in force. */
  textVersion?: string | undefined;
}

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
    private readonly texts: SignedTexts,
  ) {}

  /**
   * @throws DomainError not_found for another person's application; evidence.text_changed; certification.scheme_withdrawn for a draft whose scheme
   * takes no new applications any more
   */
  async execute(tx: Tx, input: SubmissionInput): Promise<{ applicationId: string }> {
    const own = await this.applications.findOwn(tx, personIdOf(tx.actor), input.applicationId);
    if (!own) throw notFound('this application');
    if (!input.declaration) throw declarationMissing();
    const application = await this.applications.lock(tx, own.id);
    // What was sent before a scheme was withdrawn goes its way; a draft had not been sent.
    if (application.state === 'draft') await this.rules.requireOffered(tx, await this.rules.of(tx, application));
    const { id, bodyId, happenedOn: on } = await this.step.onRequirements(tx, application, { move: 'submit' });
    const source = { module: 'certification', id };
    await this.texts.agree(tx, { code: APPLICATION_STATEMENT, textVersion: input.textVersion, bodyId, on, source });
    return { applicationId: application.id };
  }
}

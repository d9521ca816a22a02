import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { TakeStep } from './take-step.js';

/** An appeal took a denial back: the application waits for review again, and others than before decide. */
@Injectable()
export class ReopenApplication {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly step: TakeStep,
  ) {}

  /**
   * @returns false where the person has a newer open application for the same certification, which goes on instead
   * @throws DomainError certification.not_possible_now unless it is denied
   */
  async execute(tx: Tx, applicationId: string): Promise<{ reopened: boolean }> {
    const application = await this.applications.lock(tx, applicationId);
    const { personId, bodyId, schemeCode: code } = application;
    if (await this.applications.findOpen(tx, personId, { bodyId, code })) return { reopened: false };
    await this.applications.claim(tx, applicationId, null);
    await this.step.execute(tx, application, { move: 'reopen' });
    return { reopened: true };
  }
}

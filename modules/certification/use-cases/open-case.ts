import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf, type Role } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ownApplication } from '../certification.errors.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { ApplicationRepository } from '../persistence/application.repository.js';

/** Everybody of the body's staff may look at a case. */
export const STAFF: readonly Role[] = ['reviewer', 'decider', 'registrar', 'administrator'];

/** How staff of a body come to an application: only one of their own body, only after it was sent, never their own. */
@Injectable()
export class OpenCase {
  constructor(private readonly applications: ApplicationRepository) {}

  /**
   * @param roles what the act needs; one of them is enough
   * @throws DomainError not_found for another body's application and for a draft, which is the person's own affair
   */
  async read(tx: Tx, applicationId: string, roles: readonly Role[]): Promise<ApplicationEntity> {
    const application = await this.applications.findFor(tx, organizationsOf(tx.actor, ...roles), applicationId);
    if (!application?.submittedAt) throw notFound('this application');
    return application;
  }

  /** The same, held until this transaction ends, for an act of the body. */
  async lock(tx: Tx, applicationId: string, roles: readonly Role[]): Promise<ApplicationEntity> {
    const found = await this.read(tx, applicationId, roles);
    if (found.personId === personIdOf(tx.actor)) throw ownApplication();
    return this.applications.lock(tx, found.id);
  }
}

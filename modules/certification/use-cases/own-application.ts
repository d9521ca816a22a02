import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { isClosed } from '../domain/application-state.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { applicationClosed } from '../references.errors.js';

/** How a person comes to an application of their own. */
@Injectable()
export class OwnApplication {
  constructor(private readonly applications: ApplicationRepository) {}

  /** @throws DomainError not_found for another person's */
  async read(tx: Tx, id: string): Promise<ApplicationEntity> {
    const application = await this.applications.findOwn(tx, personIdOf(tx.actor), id);
    if (!application) throw notFound('this application');
    return application;
  }

  /** The same, held for a change. @throws DomainError certification.application_closed */
  async lockOpen(tx: Tx, id: string): Promise<ApplicationEntity> {
    const application = await this.applications.lock(tx, (await this.read(tx, id)).id);
    if (isClosed(application.state)) throw applicationClosed();
    return application;
  }
}

import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { cohortNotFound, notForYou, sessionNotFound } from '../cohorts.errors.js';
import type { CohortSessionEntity } from '../persistence/cohort-session.entity.js';
import type { CohortEntity } from '../persistence/cohort.entity.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';

/** Who teaches, and what they may therefore see: instructors of providers, and administrators of certifying bodies. */
@Injectable()
export class Teachers {
  constructor(
    private readonly cohorts: CohortRepository,
    private readonly sessions: SessionRepository,
  ) {}

  /** Organizations for which the one who acts may hold cohorts. @throws DomainError forbidden where there is none */
  teachesFor(tx: Tx): string[] {
    return some(organizationsOf(tx.actor, 'instructor', 'administrator'));
  }

  /** Organizations in whose name the one who acts may invite to courses. @throws DomainError forbidden */
  invitesFor(tx: Tx): string[] {
    return some(organizationsOf(tx.actor, 'instructor', 'administrator', 'roster-manager'));
  }

  /** A cohort that the one who acts teaches, for an organization they still work for. @throws DomainError not_found */
  async cohort(tx: Tx, id: string): Promise<CohortEntity> {
    const cohort = await this.cohorts.find(tx, id);
    const isTheirs =
      cohort !== null &&
      organizationsOf(tx.actor, 'instructor', 'administrator').includes(cohort.organizationId) &&
      (await this.cohorts.isInstructor(tx, id, personIdOf(tx.actor)));
    if (!isTheirs) throw cohortNotFound();
    return cohort;
  }

  /** A session of such a cohort. @throws DomainError not_found */
  async session(tx: Tx, id: string): Promise<{ cohort: CohortEntity; session: CohortSessionEntity }> {
    const session = await this.sessions.find(tx, id);
    if (!session) throw sessionNotFound();
    return { cohort: await this.cohort(tx, session.cohortId), session };
  }
}

function some(organizationIds: string[]): string[] {
  if (organizationIds.length === 0) throw notForYou();
  return organizationIds;
}

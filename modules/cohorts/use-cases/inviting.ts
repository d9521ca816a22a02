import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations, type OrganizationSummary } from '../../organizations/organizations.public.js';
import { cohortNotFound } from '../cohorts.errors.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { InvitationRepository } from '../persistence/invitation.repository.js';
import { Teachers } from './teachers.js';

/** In whose name somebody invites, and what they can invite to. */
@Injectable()
export class Inviting {
  constructor(
    readonly cohorts: CohortRepository,
    readonly invitations: InvitationRepository,
    private readonly known: Organizations,
    private readonly teachers: Teachers,
  ) {}

  /** Ids of the organizations. @throws DomainError forbidden where there is none */
  organizations(tx: Tx): string[] {
    return this.teachers.invitesFor(tx);
  }

  /** The named one of them, or the only one. @throws DomainError forbidden; not_found for another */
  async organization(tx: Tx, named: string | undefined): Promise<OrganizationSummary> {
    const ids = this.organizations(tx);
    const id = named ? ids.find((one) => one === named) : ids[0];
    if (!id) throw cohortNotFound();
    return this.known.get(tx, id);
  }
}

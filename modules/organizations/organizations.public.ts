import { Injectable } from '@nestjs/common';
import type { OrganizationKind, Role } from '../../src/kernel/actor.js';
import { notFound } from '../../src/kernel/domain-error.js';
import type { Tx } from '../../src/platform/database/transaction.js';
import { MembershipRepository } from './persistence/membership.repository.js';
import type { OrganizationEntity } from './persistence/organization.entity.js';
import { OrganizationRepository } from './persistence/organization.repository.js';
import { AddMember } from './use-cases/add-member.js';
import { FoundOrganization, type NewOrganization } from './use-cases/found-organization.js';

export type { NewOrganization } from './use-cases/found-organization.js';

export interface OrganizationSummary {
  id: string;
  kind: OrganizationKind;
  name: string;
  slug: string;
  /** IANA name; the organization's calendar dates are counted in it. */
  timeZone: string;
  /** As it stands on letters, with line breaks. */
  address: string;
  contactEmail: string;
  /** Certifying bodies only. */
  scopeStatement: string | null;
}

/** Certifying bodies, employers and training providers, and who works there. */
@Injectable()
export class Organizations {
  constructor(
    private readonly organizations: OrganizationRepository,
    private readonly memberships: MembershipRepository,
    private readonly foundOrganization: FoundOrganization,
    private readonly addMembership: AddMember,
  ) {}

  /** @throws DomainError `not_found` */
  async get(tx: Tx, id: string): Promise<OrganizationSummary> {
    const organization = await this.organizations.find(tx, id);
    if (!organization) throw notFound('this organization');
    return summaryOf(organization);
  }

  /** @throws DomainError `not_found` */
  async bySlug(tx: Tx, slug: string): Promise<OrganizationSummary> {
    const organization = await this.organizations.findBySlug(tx, slug);
    if (!organization) throw notFound('this organization');
    return summaryOf(organization);
  }

  /** The certifying bodies, by name. */
  async bodies(tx: Tx): Promise<OrganizationSummary[]> {
    return this.ofKind(tx, 'certifying-body');
  }

  async ofKind(tx: Tx, kind: OrganizationKind): Promise<OrganizationSummary[]> {
    return (await this.organizations.all(tx, kind)).map(summaryOf);
  }

  /** Ids of the persons who hold a role in an organization now. */
  async staffOf(tx: Tx, organizationId: string, role: Role): Promise<string[]> {
    return (await this.memberships.open(tx, organizationId, role)).map((membership) => membership.personId);
  }

  /** The certifying bodies that a person works for now, in whatever role. */
  async bodiesStaffedBy(tx: Tx, personId: string): Promise<string[]> {
    const held = await this.memberships.held(tx, personId);
    const atBodies = held.filter(({ organizationKind }) => organizationKind === 'certifying-body');
    return [...new Set(atBodies.map(({ organizationId }) => organizationId))];
  }

  /** @throws DomainError `organizations.slug_taken`, `organizations.unknown_time_zone` */
  async found(tx: Tx, organization: NewOrganization): Promise<OrganizationSummary> {
    return summaryOf(await this.foundOrganization.execute(tx, organization));
  }

  /** Harmless when the person holds the role already. */
  async addMember(tx: Tx, member: { organizationId: string; personId: string; role: Role }): Promise<void> {
    await this.addMembership.execute(tx, member);
  }
}

function summaryOf(row: OrganizationEntity): OrganizationSummary {
  const { id, kind, name, slug, timeZone, address, contactEmail, scopeStatement } = row;
  return { id, kind, name, slug, timeZone, address, contactEmail, scopeStatement };
}

import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { organizationsOf, type Role } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { People, Sessions } from '../../people/people.public.js';
import { MembershipRepository } from '../persistence/membership.repository.js';
import { OrganizationRepository } from '../persistence/organization.repository.js';

export interface StaffList {
  organizationId: string;
  name: string;
  timeZone: string;
  members: { membershipId: string; displayName: string; number: string; role: Role; since: Temporal.Instant }[];
}

/** The staff of each organization that the actor administers. */
@Injectable()
export class ReadStaff {
  constructor(
    private readonly organizations: OrganizationRepository,
    private readonly memberships: MembershipRepository,
    private readonly people: People,
    private readonly sessions: Sessions,
  ) {}

  /**
   * @param role by which they administer: of certifying bodies or of training providers
   * @returns also whether the actor proved lately who they are, without which nothing here can be changed
   */
  async execute(tx: Tx, role: Role): Promise<{ confirmed: boolean; organizations: StaffList[] }> {
    return { confirmed: await this.sessions.isConfirmed(tx), organizations: await this.lists(tx, role) };
  }

  private async lists(tx: Tx, role: Role): Promise<StaffList[]> {
    const lists: StaffList[] = [];
    for (const organizationId of new Set(organizationsOf(tx.actor, role))) {
      const organization = await this.organizations.find(tx, organizationId);
      if (!organization) continue;
      const { name, timeZone } = organization;
      lists.push({ organizationId, name, timeZone, members: await this.membersOf(tx, organizationId) });
    }
    return lists;
  }

  private async membersOf(tx: Tx, organizationId: string): Promise<StaffList['members']> {
    const memberships = await this.memberships.open(tx, organizationId);
    const people = await this.people.getAll(tx, [...new Set(memberships.map((membership) => membership.personId))]);
    return memberships.flatMap(({ id: membershipId, personId, role, fromAt: since }) => {
      const person = people.get(personId);
      if (!person) return [];
      return { membershipId, displayName: person.displayName, number: person.number, role, since };
    });
  }
}

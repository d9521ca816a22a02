import { Injectable } from '@nestjs/common';
import { organizationsOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Sessions } from '../../people/people.public.js';
import { ADMINISTRATORS } from '../domain/roles.js';
import { lastAdministrator } from '../organizations.errors.js';
import { MembershipRepository } from '../persistence/membership.repository.js';

/** An administrator of a body or a training provider ends a role there; it stops counting with the next request of whoever held it. */
@Injectable()
export class EndRole {
  constructor(
    private readonly memberships: MembershipRepository,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `not_found`, `people.confirm_first`, `organizations.last_administrator` */
  async execute(tx: Tx, input: { organizationId: string; membershipId: string }): Promise<void> {
    const { organizationId, membershipId } = input;
    if (!organizationsOf(tx.actor, ...ADMINISTRATORS).includes(organizationId)) throw notFound('this organization');
    await this.sessions.requireConfirmed(tx);
    // Locked first: two administrators must not end each other's role at the same moment.
    const administrators = await this.memberships.lockOpen(tx, organizationId, ADMINISTRATORS);
    const membership = await this.memberships.find(tx, organizationId, membershipId);
    if (!membership) throw notFound('this role');
    if (administrators.length === 1 && administrators.some(({ id }) => id === membershipId)) throw lastAdministrator();
    await this.memberships.end(tx, membershipId);
    await this.audit.record(tx, {
      action: 'organizations.membership.ended',
      subject: { kind: 'membership', id: membershipId },
      bodyId: membership.organizationKind === 'certifying-body' ? organizationId : null,
      personId: membership.personId,
      details: { role: membership.role },
    });
  }
}

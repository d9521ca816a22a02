import { Injectable } from '@nestjs/common';
import { organizationsOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Sessions } from '../../people/people.public.js';
import { lastAdministrator } from '../organizations.errors.js';
import { MembershipRepository } from '../persistence/membership.repository.js';

/** A body's administrator ends a role; it stops counting with the next request of whoever held it. */
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
    if (!organizationsOf(tx.actor, 'administrator').includes(organizationId)) throw notFound('this organization');
    await this.sessions.requireConfirmed(tx);
    // Locked first: two administrators must not end each other's role at the same moment.
    const administrators = await this.memberships.lockOpen(tx, organizationId, 'administrator');
    const membership = await this.memberships.find(tx, organizationId, membershipId);
    if (!membership) throw notFound('this role');
    if (membership.role === 'administrator' && administrators.length === 1) throw lastAdministrator();
    await this.memberships.end(tx, membershipId);
    await this.audit.record(tx, {
      action: 'organizations.membership.ended',
      subject: { kind: 'membership', id: membershipId },
      bodyId: organizationId,
      personId: membership.personId,
      details: { role: membership.role },
    });
  }
}

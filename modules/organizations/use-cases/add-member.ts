import { Injectable } from '@nestjs/common';
import { personActing, type Role } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { ROLES } from '../domain/roles.js';
import { roleOfOtherKind } from '../organizations.errors.js';
import { MembershipRepository } from '../persistence/membership.repository.js';
import { OrganizationRepository } from '../persistence/organization.repository.js';

/** A person takes a role in an organization. */
@Injectable()
export class AddMember {
  constructor(
    private readonly organizations: OrganizationRepository,
    private readonly memberships: MembershipRepository,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /**
   * @returns the id of the membership; null when the person holds the role already, and nothing changes then
   * @throws DomainError `not_found` for an unknown organization; `organizations.role_of_other_kind` for a role that it does not have;
   * `organizations.kept_from_items` where one role keeps from the other
   */
  async execute(tx: Tx, input: { organizationId: string; personId: string; role: Role }): Promise<string | null> {
    const { organizationId, personId, role } = input;
    const organization = await this.organizations.find(tx, organizationId);
    if (!organization) throw notFound('this organization');
    if (!ROLES[organization.kind].includes(role)) throw roleOfOtherKind();
    const id = this.ids.next();
    const added = await this.memberships.add(tx, {
      id,
      organizationId,
      organizationKind: organization.kind,
      personId,
      role,
      fromAt: tx.now,
      untilAt: null,
      addedBy: personActing(tx.actor),
      createdAt: tx.now,
    });
    if (!added) return null;
    await this.audit.record(tx, {
      action: 'organizations.membership.added',
      subject: { kind: 'membership', id },
      bodyId: organization.kind === 'certifying-body' ? organizationId : null,
      personId,
      details: { role },
    });
    return id;
  }
}

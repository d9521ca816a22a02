import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { IsNull, LessThanOrEqual, MoreThan, QueryFailedError, type EntityManager } from 'typeorm';
import type { Role } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { keptFromItems } from '../organizations.errors.js';
import { MembershipEntity } from './membership.entity.js';

@Injectable()
export class MembershipRepository {
  /** What the person holds at `now`. Takes a manager: whoever authenticates has no transaction yet. */
  async held(manager: EntityManager, personId: string, now: Temporal.Instant): Promise<MembershipEntity[]> {
    const begun = { personId, fromAt: LessThanOrEqual(now) };
    const where = [
      { ...begun, untilAt: IsNull() },
      { ...begun, untilAt: MoreThan(now) },
    ];
    return manager.find(MembershipEntity, { where });
  }

  /** Open memberships of an organization, in order of beginning. */
  open(tx: Tx, organizationId: string, role?: Role): Promise<MembershipEntity[]> {
    return tx.manager.find(MembershipEntity, {
      where: { organizationId, untilAt: IsNull(), ...(role && { role }) },
      order: { fromAt: 'ASC', id: 'ASC' },
    });
  }

  find(tx: Tx, organizationId: string, id: string): Promise<MembershipEntity | null> {
    return tx.manager.findOneBy(MembershipEntity, { organizationId, id, untilAt: IsNull() });
  }

  /**
   * @returns false when the person holds the role already; two at once are settled by the unique index
   * @throws DomainError organizations.kept_from_items where one role keeps from the other
   */
  async add(tx: Tx, membership: MembershipEntity): Promise<boolean> {
    try {
      const { raw } = await tx.manager
        .createQueryBuilder()
        .insert()
        .into(MembershipEntity)
        .values(membership)
        .orIgnore()
        .returning('id')
        .execute();
      return raw.length > 0;
    } catch (error) {
      const { constraint } = (error instanceof QueryFailedError ? error.driverError : {}) as { constraint?: string };
      throw keptFromItems(constraint) ?? error;
    }
  }

  /** The administrators of an organization, locked: two of them must not remove each other at the same moment. */
  lockOpen(tx: Tx, organizationId: string, role: Role): Promise<MembershipEntity[]> {
    return tx.manager.find(MembershipEntity, {
      where: { organizationId, role, untilAt: IsNull() },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async end(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(MembershipEntity, { id }, { untilAt: tx.now });
  }
}

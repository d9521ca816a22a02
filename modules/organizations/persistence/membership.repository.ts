import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import { In, IsNull, LessThanOrEqual, MoreThan, QueryFailedError, type DataSource } from 'typeorm';
import type { Membership, Role } from '../../../src/kernel/actor.js';
import { ask } from '../../../src/platform/database/frequent-statement.js';
import { GatheredRead } from '../../../src/platform/database/gathered-read.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { keptFromItems } from '../organizations.errors.js';
import { MembershipEntity } from './membership.entity.js';

type Held = Membership & Pick<MembershipEntity, 'personId' | 'fromAt' | 'untilAt'>;

const OF_PERSONS = {
  name: 'memberships-of-persons',
  text: `select person_id as "personId", organization_id as "organizationId", organization_kind as "organizationKind", role,
                from_at as "fromAt", until_at as "untilAt"
         from membership where person_id = any(array(select unnest($1::uuid[])))`,
};

/** Many at once are cheaper than many, and nobody waits for more than one read before theirs. */
const GATHERING = { atOnce: 2, together: 200, worthAnother: 8 };

@Injectable()
export class MembershipRepository {
  private readonly byPerson = new GatheredRead<Held[]>((personIds) => this.read(personIds), GATHERING);

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** What the person who makes a request holds at `now`, read together for all who make one at the same moment. */
  async ofRequest(personId: string, now: Temporal.Instant): Promise<Membership[]> {
    const all = (await this.byPerson.find(personId)) ?? [];
    return all
      .filter(({ fromAt, untilAt }) => isBy(fromAt, now) && !(untilAt && isBy(untilAt, now)))
      .map(({ organizationId, organizationKind, role }) => ({ organizationId, organizationKind, role }));
  }

  private async read(personIds: string[]): Promise<Map<string, Held[]>> {
    const held = new Map<string, Held[]>(personIds.map((id) => [id, []]));
    for (const one of await ask<Held>(this.source.manager, OF_PERSONS, [personIds])) held.get(one.personId)?.push(one);
    return held;
  }

  /** What the person holds now. */
  async held(tx: Tx, personId: string): Promise<MembershipEntity[]> {
    const begun = { personId, fromAt: LessThanOrEqual(tx.now) };
    const where = [
      { ...begun, untilAt: IsNull() },
      { ...begun, untilAt: MoreThan(tx.now) },
    ];
    return tx.manager.find(MembershipEntity, { where });
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
  lockOpen(tx: Tx, organizationId: string, roles: readonly Role[]): Promise<MembershipEntity[]> {
    return tx.manager.find(MembershipEntity, {
      where: { organizationId, role: In([...roles]), untilAt: IsNull() },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async end(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(MembershipEntity, { id }, { untilAt: tx.now });
  }
}

const isBy = (moment: Temporal.Instant, now: Temporal.Instant) => Temporal.Instant.compare(moment, now) <= 0;

import { Injectable } from '@nestjs/common';
import { organizationsOf, type Role } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { People, Sessions } from '../../people/people.public.js';
import { ADMINISTRATORS } from '../domain/roles.js';
import { nobodyWithNumber, roleHeldAlready } from '../organizations.errors.js';
import { AddMember } from './add-member.js';

/** An administrator of a body or a training provider gives a person a role there. The person is named by their number, which they themselves hand over. */
@Injectable()
export class AppointStaff {
  constructor(
    private readonly people: People,
    private readonly sessions: Sessions,
    private readonly addMember: AddMember,
  ) {}

  /**
   * @returns the id by which the role can be ended
   * @throws DomainError `not_found`, `people.confirm_first`, `organizations.nobody_with_number`, `organizations.role_held_already`; as
   * {@link AddMember.execute}
   */
  async execute(
    tx: Tx,
    input: { organizationId: string; personNumber: string; role: Role },
  ): Promise<{ membershipId: string }> {
    const { organizationId, personNumber, role } = input;
    if (!organizationsOf(tx.actor, ...ADMINISTRATORS).includes(organizationId)) throw notFound('this organization');
    await this.sessions.requireConfirmed(tx);
    const person = await this.people.findByNumber(tx, personNumber);
    if (!person) throw nobodyWithNumber();
    const membershipId = await this.addMember.execute(tx, { organizationId, personId: person.id, role });
    if (membershipId === null) throw roleHeldAlready();
    return { membershipId };
  }
}

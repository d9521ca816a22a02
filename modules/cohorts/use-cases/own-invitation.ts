import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { People } from '../../people/people.public.js';
import { invitationNotFound } from '../cohorts.errors.js';
import type { CourseInvitationEntity } from '../persistence/course-invitation.entity.js';
import { InvitationRepository } from '../persistence/invitation.repository.js';

/** An invitation to an address that the one who acts has verified; for everybody else there is no such thing. */
@Injectable()
export class OwnInvitation {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly people: People,
  ) {}

  /** @throws DomainError not_found */
  async execute(tx: Tx, { invitationId }: { invitationId: string }): Promise<CourseInvitationEntity> {
    const invitation = await this.invitations.find(tx, invitationId);
    const person = invitation && (await this.people.findByEmail(tx, invitation.email));
    if (!invitation || person?.id !== personIdOf(tx.actor)) throw invitationNotFound();
    return invitation;
  }
}

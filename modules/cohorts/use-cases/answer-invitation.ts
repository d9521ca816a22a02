import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Teaching } from '../../courses/courses.public.js';
import { invitationAnswered } from '../cohorts.errors.js';
import { InvitationRepository } from '../persistence/invitation.repository.js';
import { AskForPlace } from './ask-for-place.js';
import { CohortTrail } from './cohort-trail.js';
import { OwnInvitation } from './own-invitation.js';

/** What an invitation leads to. */
@Injectable()
export class IntoCourse {
  constructor(
    readonly teaching: Teaching,
    readonly ask: AskForPlace,
  ) {}
}

/** The person whose address was invited says yes, and begins the course, or no. */
@Injectable()
export class AnswerInvitation {
  constructor(
    private readonly own: OwnInvitation,
    private readonly invitations: InvitationRepository,
    private readonly into: IntoCourse,
    private readonly trail: CohortTrail,
  ) {}

  /**
   * @returns the path of what they are in now
   * @throws DomainError not_found for who does not have the address; conflict for one that is answered; as enrolment does
   */
  async accept(tx: Tx, { invitationId }: { invitationId: string }): Promise<string> {
    const { courseCode, cohortId } = await this.answer(tx, invitationId, 'accepted');
    if (!cohortId) {
      await this.into.teaching.enrolMe(tx, courseCode);
      return `/courses/${courseCode}`;
    }
    await this.into.ask.execute(tx, { cohortId, isInvited: true });
    return `/cohorts/${cohortId}`;
  }

  async decline(tx: Tx, { invitationId }: { invitationId: string }): Promise<void> {
    await this.answer(tx, invitationId, 'declined');
  }

  private async answer(tx: Tx, invitationId: string, state: 'accepted' | 'declined') {
    const invitation = await this.own.execute(tx, { invitationId });
    const personId = personIdOf(tx.actor);
    if (!(await this.invitations.answer(tx, invitation.id, state, personId))) throw invitationAnswered();
    await this.trail.audit.record(tx, {
      action: `cohorts.invitation.${state}`,
      subject: { kind: 'course_invitation', id: invitation.id },
      personId,
      details: { course: invitation.courseCode },
    });
    return invitation;
  }
}

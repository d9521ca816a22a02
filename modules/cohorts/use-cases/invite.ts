import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Teaching } from '../../courses/courses.public.js';
import { Letters } from '../../notifications/notifications.public.js';
import { cohortNotFound, invitationNotFound, unknownCourse } from '../cohorts.errors.js';
import { CohortTrail } from './cohort-trail.js';
import { Inviting } from './inviting.js';

export interface NewInvitation {
  readonly organizationId?: string | undefined;
  readonly courseCode: string;
  /** A cohort of the organization with that course; the invitation is then to a place in it. */
  readonly cohortId?: string | undefined;
  readonly name: string;
  readonly email: string;
}

/**
 * An organization invites an address to a course. Nothing is begun for anybody: the letter leads to a page on which the person
 * who has the address says yes or no. While it is unanswered, a second time does nothing.
 */
@Injectable()
export class Invite {
  constructor(
    private readonly inviting: Inviting,
    private readonly teaching: Teaching,
    private readonly letters: Letters,
    private readonly trail: CohortTrail,
  ) {}

  /** @throws DomainError forbidden; invalid for a course that is not there; not_found for a cohort of others */
  async execute(tx: Tx, input: NewInvitation): Promise<void> {
    const organization = await this.inviting.organization(tx, input.organizationId);
    const course = (await this.teaching.all(tx)).find(({ code }) => code === input.courseCode);
    if (!course) throw unknownCourse();
    const cohort = input.cohortId ? await this.inviting.cohorts.find(tx, input.cohortId) : null;
    if (input.cohortId && (cohort?.organizationId !== organization.id || cohort.courseCode !== course.code))
      throw cohortNotFound();
    const id = this.trail.ids.next();
    const isNew = await this.inviting.invitations.add(tx, {
      id,
      organizationId: organization.id,
      courseCode: course.code,
      cohortId: cohort?.id ?? null,
      name: input.name.trim(),
      email: input.email.normalize('NFC').trim(),
      state: 'open',
      personId: null,
      invitedBy: personIdOf(tx.actor),
      createdAt: tx.now,
      answeredAt: null,
    });
    if (!isNew) return;
    await this.letters.send(tx, {
      kind: 'cohort-invitation',
      identity: `cohort-invitation:${id}`,
      to: { email: input.email.normalize('NFC').trim(), name: input.name.trim() },
      data: { organization: organization.name, title: course.title, path: `/course-invitations/${id}` },
    });
    await this.trail.audit.record(tx, {
      action: 'cohorts.invitation.sent',
      subject: { kind: 'course_invitation', id },
      details: { course: course.code, organization: organization.id },
    });
  }

  /** Takes back an invitation that nobody answered. @throws DomainError not_found for those of others */
  async withdraw(tx: Tx, { invitationId }: { invitationId: string }): Promise<void> {
    const invitation = await this.inviting.invitations.find(tx, invitationId);
    if (!invitation || !this.inviting.organizations(tx).includes(invitation.organizationId)) throw invitationNotFound();
    if (!(await this.inviting.invitations.answer(tx, invitationId, 'withdrawn', null))) return;
    await this.trail.audit.record(tx, {
      action: 'cohorts.invitation.withdrawn',
      subject: { kind: 'course_invitation', id: invitationId },
      details: { organization: invitation.organizationId },
    });
  }
}

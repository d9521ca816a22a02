import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Teaching } from '../../courses/courses.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { OwnInvitation } from './own-invitation.js';

export interface InvitationView {
  readonly organization: string;
  readonly course: string;
  readonly courseHref: string;
  readonly cohort: string | null;
  readonly isOpen: boolean;
}

/** An invitation in words, for the person who has its address. */
@Injectable()
export class ReadInvitation {
  constructor(
    private readonly own: OwnInvitation,
    private readonly teaching: Teaching,
    private readonly organizations: Organizations,
    private readonly cohorts: CohortRepository,
  ) {}

  /** @throws DomainError not_found for everybody else */
  async execute(tx: Tx, input: { invitationId: string }): Promise<InvitationView> {
    const invitation = await this.own.execute(tx, input);
    const course = await this.teaching.course(tx, invitation.courseCode);
    const cohort = invitation.cohortId && (await this.cohorts.find(tx, invitation.cohortId));
    return {
      organization: (await this.organizations.get(tx, invitation.organizationId)).name,
      course: course.title,
      courseHref: `/courses/${course.code}`,
      cohort: cohort ? cohort.title : null,
      isOpen: invitation.state === 'open',
    };
  }
}

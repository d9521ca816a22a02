import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { readKey, keyParts, pageOf, PAGE_LENGTH, type Page } from '../../../src/platform/http/paging.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Teaching, type TaughtCourse } from '../../courses/courses.public.js';
import type { CohortEntity } from '../persistence/cohort.entity.js';
import type { CourseInvitationEntity } from '../persistence/course-invitation.entity.js';
import { PlaceRepository } from '../persistence/place.repository.js';
import { Inviting } from './inviting.js';
import { ReadStaff, type Colleague } from './read-staff.js';

export interface TeachingView {
  readonly organizations: readonly { id: string; name: string }[];
  /** Whether the one who acts can hold cohorts, or only invite. */
  readonly canTeach: boolean;
  readonly cohorts: readonly { cohort: CohortEntity; isMine: boolean; taken: number; waiting: number }[];
  readonly courses: readonly TaughtCourse[];
  readonly colleagues: readonly Colleague[];
  readonly invitations: Page<CourseInvitationEntity>;
}

/** What an organization teaches and whom it invited, for those of its people who do. */
@Injectable()
export class ReadTeaching {
  constructor(
    private readonly inviting: Inviting,
    private readonly places: PlaceRepository,
    private readonly teaching: Teaching,
    private readonly staff: ReadStaff,
  ) {}

  /** @throws DomainError forbidden for who neither teaches nor invites */
  async execute(tx: Tx, { after }: { after?: string | undefined }): Promise<TeachingView> {
    const ids = this.inviting.organizations(tx);
    const teaches = organizationsOf(tx.actor, 'instructor', 'administrator');
    const cohorts = await this.inviting.cohorts.ofOrganizations(tx, teaches);
    const counts = await this.places.counts(
      tx,
      cohorts.map(({ id }) => id),
    );
    const lines = [];
    for (const cohort of cohorts) {
      const isMine = await this.inviting.cohorts.isInstructor(tx, cohort.id, personIdOf(tx.actor));
      lines.push({ cohort, isMine, ...(counts.get(cohort.id) ?? { taken: 0, waiting: 0 }) });
    }
    const key = readKey(after, keyParts.id)?.[0] ?? null;
    const sent = await this.inviting.invitations.ofOrganizations(tx, ids, { after: key, limit: PAGE_LENGTH + 1 });
    return {
      organizations: await this.staff.organizations(tx, ids),
      canTeach: teaches.length > 0,
      cohorts: lines,
      courses: await this.teaching.all(tx),
      colleagues: await this.staff.colleagues(tx, teaches),
      invitations: pageOf(sent, ({ id }) => [id]),
    };
  }
}

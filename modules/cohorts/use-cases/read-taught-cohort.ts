import { Injectable } from '@nestjs/common';
import { keyParts, readKey, type Page } from '../../../src/platform/http/paging.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { TaughtCourse } from '../../courses/courses.public.js';
import type { CohortEntity } from '../persistence/cohort.entity.js';
import { PlaceRepository } from '../persistence/place.repository.js';
import { GroupDesk } from './group-desk.js';
import { Around } from './around.js';
import type { Member } from './read-group.js';
import type { SessionLine } from './read-sessions.js';

export interface TaughtCohort {
  readonly cohort: CohortEntity;
  readonly course: TaughtCourse;
  readonly timeZone: string;
  readonly taken: number;
  readonly waiting: number;
  readonly members: Page<Member>;
  readonly sessions: readonly SessionLine[];
}

/** A cohort before the one who teaches it. */
@Injectable()
export class ReadTaughtCohort {
  constructor(
    private readonly desk: GroupDesk,
    private readonly places: PlaceRepository,
    private readonly around: Around,
  ) {}

  /** @param input.after the key that the page of people before ended with @throws DomainError not_found for cohorts of others */
  async execute(tx: Tx, input: { cohortId: string; after?: string | undefined }): Promise<TaughtCohort> {
    const cohort = await this.desk.teachers.cohort(tx, input.cohortId);
    const { timeZone } = await this.around.organizations.get(tx, cohort.organizationId);
    const counts = await this.places.counts(tx, [cohort.id]);
    return {
      cohort,
      timeZone,
      course: await this.around.teaching.course(tx, cohort.courseCode),
      ...(counts.get(cohort.id) ?? { taken: 0, waiting: 0 }),
      members: await this.desk.group.execute(tx, cohort, readKey(input.after, keyParts.id)?.[0] ?? null),
      sessions: await this.around.sessions.execute(tx, cohort, null),
    };
  }
}

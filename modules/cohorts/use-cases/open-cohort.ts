import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { isAfter } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Teaching } from '../../courses/courses.public.js';
import { datesReversed, unknownCourse } from '../cohorts.errors.js';
import { codeOf } from '../domain/place.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { CohortTrail } from './cohort-trail.js';
import { Colleagues } from './colleagues.js';

export interface NewCohort {
  readonly organizationId?: string | undefined;
  readonly courseCode: string;
  readonly title: string;
  readonly places: number;
  /** `YYYY-MM-DD` in the organization's zone. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly isOpen: boolean;
  /** Persons of the organization who teach it. */
  readonly instructors: readonly string[];
}

const CODE_LENGTH = 8;

/** An organization begins a group for a course. */
@Injectable()
export class OpenCohort {
  constructor(
    private readonly cohorts: CohortRepository,
    private readonly colleagues: Colleagues,
    private readonly teaching: Teaching,
    private readonly trail: CohortTrail,
  ) {}

  /** @throws DomainError forbidden for who teaches for nobody; invalid for a course, dates or instructors that cannot be */
  async execute(tx: Tx, input: NewCohort): Promise<{ id: string }> {
    const organizationId = this.colleagues.organization(tx, input.organizationId);
    const courses = await this.teaching.all(tx);
    if (!courses.some(({ code }) => code === input.courseCode)) throw unknownCourse();
    const [startsOn, endsOn] = [Temporal.PlainDate.from(input.startsOn), Temporal.PlainDate.from(input.endsOn)];
    if (isAfter(startsOn, endsOn)) throw datesReversed();
    const instructors = await this.colleagues.instructors(tx, organizationId, input.instructors);
    const { courseCode, title, places, isOpen } = input;
    const id = this.trail.ids.next();
    const joinCode = codeOf(randomBytes(CODE_LENGTH), CODE_LENGTH);
    const createdBy = personIdOf(tx.actor);
    const cohort = { id, organizationId, courseCode, title: title.trim(), places, startsOn, endsOn, isOpen, joinCode };
    await this.cohorts.add(tx, { ...cohort, createdBy, createdAt: tx.now }, instructors);
    await this.trail.audit.record(tx, {
      action: 'cohorts.cohort.opened',
      subject: { kind: 'cohort', id },
      details: { course: courseCode, organization: organizationId, places },
    });
    return { id };
  }
}

import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { sessionMinutes, Teaching } from '../../courses/courses.public.js';
import { noSuchPlan, noSuchTime } from '../cohorts.errors.js';
import type { Delivery } from '../domain/live-session.js';
import { CohortTrail } from './cohort-trail.js';
import { SessionDesk } from './session-desk.js';

export interface NewSession {
  readonly cohortId: string;
  readonly sessionCode: string;
  /** Day and time on the wall of the organization: `YYYY-MM-DD`, `HH:MM`. */
  readonly day: string;
  readonly time: string;
  readonly delivery: Delivery;
  /** A room, or the address of a call. */
  readonly place: string;
}

/** An instructor puts a live session of the course on the calendar of their cohort; its plan stays the one of that day. */
@Injectable()
export class ScheduleSession {
  constructor(
    private readonly desk: SessionDesk,
    private readonly teaching: Teaching,
    private readonly trail: CohortTrail,
  ) {}

  /** @throws DomainError not_found for a cohort that they do not teach; invalid for a plan or time that is not there */
  async execute(tx: Tx, input: NewSession): Promise<{ id: string }> {
    const cohort = await this.desk.teachers.cohort(tx, input.cohortId);
    const course = await this.teaching.course(tx, cohort.courseCode);
    const plan = course.plans.find(({ code }) => code === input.sessionCode);
    if (!plan) throw noSuchPlan();
    const { timeZone } = await this.desk.organizations.get(tx, cohort.organizationId);
    const id = this.trail.ids.next();
    await this.desk.sessions.add(tx, {
      id,
      cohortId: cohort.id,
      courseVersionId: course.courseVersionId,
      sessionCode: plan.code,
      startsAt: instantOf(input, timeZone),
      minutes: sessionMinutes(plan),
      delivery: input.delivery,
      place: input.place.trim(),
      codeSecret: randomBytes(32).toString('hex'),
      cancelledAt: null,
      createdAt: tx.now,
    });
    await this.trail.audit.record(tx, {
      action: 'cohorts.session.scheduled',
      subject: { kind: 'cohort_session', id },
      details: { cohort: cohort.id, plan: plan.code },
    });
    return { id };
  }
}

/** A time that the clocks there leap over is the one right after the leap. */
function instantOf({ day, time }: Pick<NewSession, 'day' | 'time'>, timeZone: string): Temporal.Instant {
  try {
    return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).toInstant();
  } catch {
    throw noSuchTime();
  }
}

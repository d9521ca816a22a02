import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { validate } from 'uuid';
import { organizationsOf } from '../../../src/kernel/actor.js';
import { dateIn } from '../../../src/kernel/dates.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { keyParts, PAGE_LENGTH, pageOf, readKey } from '../../../src/platform/http/paging.js';
import { Organizations, type OrganizationSummary } from '../../organizations/organizations.public.js';
import { stateOn, type ApprovedCourse, type CourseState, type TaughtHereApproval } from '../domain/approved-course.js';
import type { ApprovedCourseEntity } from '../persistence/approved-course.entity.js';
import { ApprovedCourseRepository } from '../persistence/approved-course.repository.js';
import { KEEPERS } from './enter-course.js';

export interface CourseReading extends ApprovedCourse {
  readonly minutes: number;
  /** Today, in the body's zone. */
  readonly state: CourseState;
  /** From this day on it is withdrawn; null where it is not, or not any more. */
  readonly withdrawnFrom: Temporal.PlainDate | null;
}

export interface CourseDetail extends CourseReading {
  readonly bodyName: string;
  /** Newest first. */
  readonly decisions: readonly {
    outcome: 'approved' | 'withdrawn';
    effectiveOn: Temporal.PlainDate;
    reason: string | null;
  }[];
}

/** Asked as an address carries it; what is no filter is none. */
export interface CourseListQuestion {
  body?: string;
  scheme?: string;
  text?: string;
  /** `all`: also what is not approved today. */
  show?: string;
  after?: string;
}

/** A course, and how it stood on a day; null where there is no day. */
export interface CourseOnDay {
  readonly course: ApprovedCourse;
  readonly state: CourseState | null;
}

/** How many courses a reviewer is offered to choose from. */
const MATCHES = 10;

export interface CourseList {
  courses: CourseReading[];
  next: string | null;
  bodies: readonly { id: string; slug: string; name: string }[];
  body: { id: string; slug: string; name: string } | null;
  schemes: string[];
}

/** The register of approved training, for everybody and for those who keep it. */
@Injectable()
export class ReadCourses {
  constructor(
    private readonly courses: ApprovedCourseRepository,
    private readonly organizations: Organizations,
  ) {}

  /** For everybody: the courses of one body (by its slug; the first where none is named), approved today. */
  async publicly(tx: Tx, asked: CourseListQuestion): Promise<CourseList> {
    return this.list(tx, await this.organizations.bodies(tx), asked);
  }

  /** The same for the bodies whose register the actor keeps. */
  async ownBodies(tx: Tx, asked: CourseListQuestion): Promise<CourseList> {
    const kept = new Set(organizationsOf(tx.actor, ...KEEPERS));
    const bodies = (await this.organizations.bodies(tx)).filter(({ id }) => kept.has(id));
    return this.list(tx, bodies, { ...asked, show: asked.show ?? 'all' });
  }

  /** @throws DomainError not_found for another body's course */
  async own(tx: Tx, id: string): Promise<CourseDetail> {
    const row = await this.courses.find(tx, id);
    if (!row || !organizationsOf(tx.actor, ...KEEPERS).includes(row.bodyId)) throw notFound('this course');
    const body = await this.organizations.get(tx, row.bodyId);
    const decisions = (await this.courses.decisionsOf(tx, [id])).get(id) ?? [];
    const [reading] = await this.readings(tx, [row], body);
    if (!reading) throw notFound('this course');
    const told = decisions.map(({ outcome, effectiveOn, reason }) => ({ outcome, effectiveOn, reason })).toReversed();
    return { ...reading, bodyName: body.name, decisions: told };
  }

  /** The course that a submission names, and how it stood on a day; null for an id of none. */
  async forClaim(tx: Tx, id: string | null | undefined, day: Temporal.PlainDate | null): Promise<CourseOnDay | null> {
    const row = id && validate(id) ? await this.courses.find(tx, id) : null;
    if (!row) return null;
    const decisions = (await this.courses.decisionsOf(tx, [row.id])).get(row.id) ?? [];
    return { course: courseOf(row), state: day && stateOn(row, decisions, day) };
  }

  /** Courses of a body that a training may fall under: a part of title or provider, and how each stood on a day. */
  async forReview(
    tx: Tx,
    asked: { bodyId: string; text: string; chosenId: string | null; day: Temporal.PlainDate | null },
  ): Promise<CourseOnDay[]> {
    const { bodyId, chosenId, day } = asked;
    const found = await this.courses.list(tx, {
      bodyIds: [bodyId],
      text: asked.text.trim().slice(0, 100),
      limit: MATCHES,
    });
    const chosen = chosenId && !found.some(({ id }) => id === chosenId) ? await this.courses.find(tx, chosenId) : null;
    const rows = chosen ? [chosen, ...found] : found;
    const decisions = await this.courses.decisionsOf(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({ course: courseOf(row), state: day && stateOn(row, decisions.get(row.id) ?? [], day) }));
  }

  /** The approvals of courses taught here for a scheme. @param knownAt left out: now; otherwise as recorded by then */
  async taughtHere(tx: Tx, scheme: { bodyId: string; code: string }, knownAt = tx.now): Promise<TaughtHereApproval[]> {
    const rows = await this.courses.taughtHere(tx, scheme, knownAt);
    const decisions = await this.courses.decisionsOf(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.flatMap(({ id, courseCode, topics, validFrom, validTo }) => {
      if (courseCode === null) return [];
      const taken = (decisions.get(id) ?? [])
        .filter(({ createdAt }) => Temporal.Instant.compare(createdAt, knownAt) <= 0)
        .map(({ outcome, effectiveOn, createdAt }) => ({ outcome, effectiveOn, decidedAt: createdAt }));
      return [{ courseCode, topics, validFrom, validTo, decisions: taken }];
    });
  }

  private async list(tx: Tx, bodies: readonly OrganizationSummary[], asked: CourseListQuestion): Promise<CourseList> {
    const body = bodies.find(({ slug }) => slug === asked.body) ?? bodies[0];
    const named = bodies.map(({ id, slug, name }) => ({ id, slug, name }));
    if (!body) return { courses: [], next: null, bodies: named, body: null, schemes: [] };
    const found = await this.courses.list(tx, {
      bodyIds: [body.id],
      schemeCode: asked.scheme || undefined,
      text: asked.text?.trim().slice(0, 100) || undefined,
      approvedOn: asked.show === 'all' ? undefined : dateIn(body.timeZone, tx.now),
      after: readKey(asked.after, keyParts.id)?.[0],
      limit: PAGE_LENGTH + 1,
    });
    const { rows, next } = pageOf(found, ({ id }) => [id]);
    const { id, slug, name } = body;
    const schemes = await this.courses.schemeCodes(tx, [id]);
    return { courses: await this.readings(tx, rows, body), next, bodies: named, body: { id, slug, name }, schemes };
  }

  private async readings(
    tx: Tx,
    rows: readonly ApprovedCourseEntity[],
    body: OrganizationSummary,
  ): Promise<CourseReading[]> {
    const decisions = await this.courses.decisionsOf(
      tx,
      rows.map(({ id }) => id),
    );
    const today = dateIn(body.timeZone, tx.now);
    return rows.map((row) => {
      const taken = decisions.get(row.id) ?? [];
      const state = stateOn(row, taken, today);
      const last = taken.at(-1);
      const withdrawnFrom = last?.outcome === 'withdrawn' ? last.effectiveOn : null;
      const minutes = row.topics.reduce((sum, part) => sum + part.minutes, 0);
      return { ...courseOf(row), minutes, state, withdrawnFrom };
    });
  }
}

function courseOf({ enteredBy: _by, createdAt: _at, ...course }: ApprovedCourseEntity): ApprovedCourse {
  return course;
}

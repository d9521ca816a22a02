import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Evidence, type Fact } from '../../evidence/evidence.public.js';
import { People, type PersonSummary } from '../../people/people.public.js';
import { completionNotFound } from '../courses.errors.js';
import type { CourseDefinition } from '../domain/course-definition.js';
import { countsAs } from '../domain/translations.js';
import { ReadCourses } from './read-courses.js';

/** One thing that counts: the self-study, or a live session. */
export interface CompletedPart {
  readonly title: string;
  readonly occurredOn: Temporal.PlainDate;
  readonly topics: Fact['topics'];
  readonly minutes: number;
  readonly isLive: boolean;
  /** Who held the session. */
  readonly voucher: string | null;
}

export interface Completion {
  readonly person: PersonSummary;
  readonly enrolmentId: string;
  readonly course: CourseDefinition;
  readonly courseVersionId: string;
  /** Null while only live sessions are done. */
  readonly completedOn: Temporal.PlainDate | null;
  readonly parts: readonly CompletedPart[];
}

/** The record of what the one who acts has completed in a course, as the ledger of evidence has it: to be printed and shown. */
@Injectable()
export class ReadCompletion {
  constructor(
    private readonly courses: ReadCourses,
    private readonly evidence: Evidence,
    private readonly people: People,
  ) {}

  /** @throws DomainError not_found for a course of which nothing is completed */
  async execute(tx: Tx, { courseCode }: { courseCode: string }): Promise<Completion> {
    const { course, enrolment } = await this.courses.one(tx, courseCode);
    const facts = await this.evidence.factsOf(tx, personIdOf(tx.actor));
    const own = facts.filter((fact) => isOf(fact, course, enrolment?.courseVersionId));
    if (!enrolment || own.length === 0) throw completionNotFound();
    const person = await this.people.get(tx, personIdOf(tx.actor));
    const teachers = own.flatMap(({ vouchedBy }) => vouchedBy?.personId ?? []);
    const names = await this.people.getAll(tx, teachers);
    const parts = own.map(({ value, occurredOn, topics, minutes, vouchedBy }): CompletedPart => ({
      title: typeof value['title'] === 'string' ? value['title'] : course.title,
      occurredOn,
      topics,
      minutes: minutes ?? 0,
      isLive: value['live'] === true,
      voucher: names.get(vouchedBy?.personId ?? '')?.displayName ?? null,
    }));
    const { id: enrolmentId, courseVersionId, completedOn } = enrolment;
    return { person, course, enrolmentId, courseVersionId, completedOn, parts };
  }
}

/**
 * Whether a fact is of this course: its self-study in the version that the person is on, or a live session. A translation counts under
 * the code of its original, where the original's own self-study may stand too: the version tells them apart.
 */
function isOf(
  { kind, code, vouchedBy, value }: Fact,
  course: CourseDefinition,
  versionId: string | undefined,
): boolean {
  if (kind !== 'training' || vouchedBy?.method !== 'course') return false;
  if (code !== course.code && code !== countsAs(course)) return false;
  return value['live'] === true || value['course_version'] === versionId;
}

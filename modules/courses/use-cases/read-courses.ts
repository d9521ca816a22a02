import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { courseNotFound } from '../courses.errors.js';
import type { CourseDefinition } from '../domain/course-definition.js';
import { countsAs, inOtherLanguages, type OtherLanguage } from '../domain/translations.js';
import { CourseRepository } from '../persistence/course.repository.js';
import type { EnrolmentEntity } from '../persistence/enrolment.entity.js';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';
import { WithdrawalRepository } from '../persistence/withdrawal.repository.js';
import { ReadProgress, type EnrolmentProgress } from './read-progress.js';

export interface OwnEnrolment {
  readonly id: string;
  readonly courseVersionId: string;
  readonly enrolledAt: Temporal.Instant;
  readonly completedOn: Temporal.PlainDate | null;
  /** When the version that they are on was withdrawn, and why; they may finish it. */
  readonly withdrawal: { readonly at: Temporal.Instant; readonly reason: string } | null;
  readonly progress: EnrolmentProgress;
}

export interface CourseView {
  readonly course: CourseDefinition;
  /** Null for visitors and for people who are not in the course. */
  readonly enrolment: OwnEnrolment | null;
  /** Courses to finish before, with whether the one who asks has. */
  readonly prerequisites: readonly Prerequisite[];
  /** Whether all its versions are withdrawn, so that nobody begins it at the moment. */
  readonly isClosed: boolean;
  /** The same course in other languages. */
  readonly otherLanguages: readonly OtherLanguage[];
}

export interface Prerequisite {
  readonly code: string;
  readonly title: string;
  readonly isFinished: boolean;
}

/** Courses as the one who asks sees them: the version they are on when they are in it, otherwise the one in force. */
@Injectable()
export class ReadCourses {
  constructor(
    private readonly courses: CourseRepository,
    private readonly enrolments: EnrolmentRepository,
    private readonly progress: ReadProgress,
    private readonly withdrawals: WithdrawalRepository,
  ) {}

  /** The catalogue: what can be begun, and what the one who asks is in. */
  async all(tx: Tx): Promise<CourseView[]> {
    const own = await this.own(tx);
    const current = await this.courses.current(tx);
    const withdrawn = await this.withdrawals.among(
      tx,
      current.map(({ id }) => id),
    );
    const titles = new Map(current.map(({ definition }) => [definition.code, definition.title]));
    const begun = current.filter(({ id }) => !withdrawn.has(id)).map(({ definition }) => definition);
    return current.flatMap(({ id, definition }) => {
      const enrolment = own.find(({ progress }) => progress.course.code === definition.code) ?? null;
      const isClosed = withdrawn.has(id);
      if (isClosed && !enrolment) return [];
      const course = enrolment?.progress.course ?? definition;
      const otherLanguages = inOtherLanguages(course, begun);
      return [{ course, enrolment, isClosed, otherLanguages, prerequisites: prerequisitesOf(course, own, titles) }];
    });
  }

  /** One course. @throws DomainError not_found */
  async one(tx: Tx, code: string): Promise<CourseView> {
    const line = await this.courses.find(tx, code);
    if (!line) throw courseNotFound();
    const own = await this.own(tx);
    const enrolment = own.find(({ progress }) => progress.course.code === code) ?? null;
    const course = enrolment?.progress.course ?? (await this.courses.version(tx, line.currentVersionId)).definition;
    const isClosed = await this.courses.isWithdrawn(tx, line.currentVersionId);
    const titles = await this.courses.titles(tx, course.prerequisites ?? []);
    const named = new Map(titles.map((one) => [one.code, one.title]));
    const current = (await this.courses.current(tx)).map(({ definition }) => definition);
    const otherLanguages = inOtherLanguages(course, current);
    return { course, enrolment, isClosed, otherLanguages, prerequisites: prerequisitesOf(course, own, named) };
  }

  /** The courses that the one who asks is in, in the order they began them; none for visitors. */
  async own(tx: Tx): Promise<OwnEnrolment[]> {
    if (tx.actor.kind !== 'person') return [];
    const rows = await this.enrolments.allOf(tx, tx.actor.personId);
    const views: OwnEnrolment[] = [];
    for (const row of rows) views.push(await this.viewOf(tx, row));
    return views;
  }

  /** Whether somebody began any course. */
  async isLearner(tx: Tx, personId: string): Promise<boolean> {
    return (await this.enrolments.allOf(tx, personId)).length > 0;
  }

  private async viewOf(tx: Tx, row: EnrolmentEntity): Promise<OwnEnrolment> {
    const { id, courseVersionId, createdAt: enrolledAt, completedOn } = row;
    const withdrawn = await this.withdrawals.of(tx, courseVersionId);
    const withdrawal = withdrawn && { at: withdrawn.withdrawnAt, reason: withdrawn.reason };
    const progress = await this.progress.execute(tx, row);
    return { id, courseVersionId, enrolledAt, completedOn, withdrawal, progress };
  }
}

function prerequisitesOf(
  { prerequisites = [] }: CourseDefinition,
  own: readonly OwnEnrolment[],
  titles: ReadonlyMap<string, string>,
): Prerequisite[] {
  return prerequisites.map((code) => ({
    code,
    title: titles.get(code) ?? code,
    isFinished: own.some(({ completedOn, progress }) => completedOn !== null && countsAs(progress.course) === code),
  }));
}

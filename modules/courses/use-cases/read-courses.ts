import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { courseNotFound } from '../courses.errors.js';
import type { CourseDefinition } from '../domain/course-definition.js';
import { CourseRepository } from '../persistence/course.repository.js';
import type { EnrolmentEntity } from '../persistence/enrolment.entity.js';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';
import { ReadProgress, type EnrolmentProgress } from './read-progress.js';

export interface OwnEnrolment {
  readonly id: string;
  readonly courseVersionId: string;
  readonly enrolledAt: Temporal.Instant;
  readonly completedOn: Temporal.PlainDate | null;
  readonly progress: EnrolmentProgress;
}

export interface CourseView {
  readonly course: CourseDefinition;
  /** Null for visitors and for people who are not in the course. */
  readonly enrolment: OwnEnrolment | null;
}

/** Courses as the one who asks sees them: the version they are on when they are in it, otherwise the one in force. */
@Injectable()
export class ReadCourses {
  constructor(
    private readonly courses: CourseRepository,
    private readonly enrolments: EnrolmentRepository,
    private readonly progress: ReadProgress,
  ) {}

  /** The catalogue. */
  async all(tx: Tx): Promise<CourseView[]> {
    const own = await this.own(tx);
    const current = await this.courses.current(tx);
    return current.map(({ definition }) => {
      const enrolment = own.find(({ progress }) => progress.course.code === definition.code) ?? null;
      return { course: enrolment?.progress.course ?? definition, enrolment };
    });
  }

  /** One course. @throws DomainError not_found */
  async one(tx: Tx, code: string): Promise<CourseView> {
    const row = tx.actor.kind === 'person' ? await this.enrolments.of(tx, tx.actor.personId, code) : null;
    if (row) {
      const enrolment = await this.viewOf(tx, row);
      return { course: enrolment.progress.course, enrolment };
    }
    const line = await this.courses.find(tx, code);
    if (!line) throw courseNotFound();
    const { definition } = await this.courses.version(tx, line.currentVersionId);
    return { course: definition, enrolment: null };
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
    return { id, courseVersionId, enrolledAt, completedOn, progress: await this.progress.execute(tx, row) };
  }
}

import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { lessonNotFound } from '../courses.errors.js';
import type { CourseDefinition, Lesson } from '../domain/course-definition.js';
import { CourseRepository } from '../persistence/course.repository.js';
import type { EnrolmentEntity } from '../persistence/enrolment.entity.js';
import { EnrolmentRepository, type LessonOfEnrolment } from '../persistence/enrolment.repository.js';

/** By id, as machines name it, or by its place in the course, as pages do. */
export type LessonAddress = { lessonId: string } | { courseCode: string; lessonCode: string };

export interface OwnLesson {
  readonly key: LessonOfEnrolment;
  readonly enrolment: EnrolmentEntity;
  readonly course: CourseDefinition;
  readonly lesson: Lesson;
}

/** A lesson of a course that the one who acts is in, of the version they began with; any other looks as if it were not there. */
@Injectable()
export class FindLesson {
  constructor(
    private readonly courses: CourseRepository,
    private readonly enrolments: EnrolmentRepository,
  ) {}

  /** @throws DomainError not_found */
  async execute(tx: Tx, address: LessonAddress): Promise<OwnLesson> {
    const personId = personIdOf(tx.actor);
    const row = await this.rowOf(tx, personId, address);
    const enrolment = row && (await this.enrolments.onVersion(tx, personId, row.courseVersionId));
    if (!row || !enrolment) throw lessonNotFound();
    const { definition: course } = await this.courses.version(tx, row.courseVersionId);
    const lesson = course.lessons[row.place - 1];
    if (!lesson) throw new Error(`Version ${row.courseVersionId} has no lesson in place ${row.place}`);
    const key = { enrolmentId: enrolment.id, lessonId: row.id, personId, courseVersionId: row.courseVersionId };
    return { key, enrolment, course, lesson };
  }

  private async rowOf(tx: Tx, personId: string, address: LessonAddress) {
    if ('lessonId' in address) return this.courses.lesson(tx, address.lessonId);
    const enrolment = await this.enrolments.of(tx, personId, address.courseCode);
    const lessons = enrolment ? await this.courses.lessonsOf(tx, enrolment.courseVersionId) : [];
    return lessons.find(({ code }) => code === address.lessonCode) ?? null;
  }
}

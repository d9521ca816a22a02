import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { checksFirst, reflectionFirst } from '../courses.errors.js';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';
import { FindLesson, type LessonAddress } from './find-lesson.js';
import { FinishCourse } from './finish-course.js';
import { ResumeCourse } from './resume-course.js';

/** What a step in a course leads to. */
@Injectable()
export class GoingOn {
  constructor(
    readonly resume: ResumeCourse,
    readonly finish: FinishCourse,
  ) {}
}

/** Marks a lesson as finished. A repeat changes nothing. A pause ends by it. The last one finishes the course when its quiz is passed. */
@Injectable()
export class CompleteLesson {
  constructor(
    private readonly lessons: FindLesson,
    private readonly enrolments: EnrolmentRepository,
    private readonly goingOn: GoingOn,
    private readonly audit: Audit,
  ) {}

  /**
   * @param input.reflectionDone the learner's word; what they reflected on is never asked
   * @throws DomainError not_found; conflict before the checks are answered; invalid without the reflection
   */
  async execute(tx: Tx, input: LessonAddress & { reflectionDone: boolean }): Promise<void> {
    const { key, enrolment } = await this.lessons.execute(tx, input);
    if ((await this.enrolments.completedLessonIds(tx, enrolment.id)).has(key.lessonId)) return;
    const checks = await this.enrolments.checksOf(tx, enrolment.id);
    if (!checks.some(({ lessonId }) => lessonId === key.lessonId)) throw checksFirst();
    if (!input.reflectionDone) throw reflectionFirst();
    if (!(await this.enrolments.completeLesson(tx, key))) return;
    await this.audit.record(tx, {
      action: 'courses.lesson.completed',
      subject: { kind: 'lesson', id: key.lessonId },
      personId: key.personId,
      details: { course: enrolment.courseCode, enrolment: enrolment.id },
    });
    await this.goingOn.resume.goOn(tx, enrolment);
    await this.goingOn.finish.execute(tx, { personId: key.personId, courseCode: enrolment.courseCode });
  }
}

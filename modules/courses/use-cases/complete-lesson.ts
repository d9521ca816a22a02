import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { checksFirst, reflectionFirst } from '../courses.errors.js';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';
import { FindLesson, type LessonAddress } from './find-lesson.js';
import { FinishCourse } from './finish-course.js';

/** Marks a lesson as finished. A repeat changes nothing. The last one finishes the course when its quiz is passed. */
@Injectable()
export class CompleteLesson {
  constructor(
    private readonly lessons: FindLesson,
    private readonly enrolments: EnrolmentRepository,
    private readonly finishCourse: FinishCourse,
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
    await this.finishCourse.execute(tx, { personId: key.personId, courseCode: enrolment.courseCode });
  }
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { isDue } from '../domain/progress.js';
import { CourseRepository } from '../persistence/course.repository.js';
import type { EnrolmentEntity } from '../persistence/enrolment.entity.js';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';
import { Quizzes } from '../../quizzes/quizzes.public.js';
import { RecordTraining } from './record-training.js';

/**
 * Finishes a course for a person once all its lessons are done and its quiz is passed, and records its minutes as one
 * training fact. Asked after every step that may have been the last; does nothing before, and nothing twice.
 */
@Injectable()
export class FinishCourse {
  constructor(
    private readonly courses: CourseRepository,
    private readonly enrolments: EnrolmentRepository,
    private readonly quizzes: Quizzes,
    private readonly record: RecordTraining,
  ) {}

  /** @param input.quizPassed known from its event; otherwise it is looked up */
  async execute(tx: Tx, input: { personId: string; courseCode: string; quizPassed?: boolean }): Promise<void> {
    const enrolment = await this.enrolments.locked(tx, input.personId, input.courseCode);
    if (!enrolment || enrolment.completedAt) return;
    const done = await this.enrolments.completedLessonIds(tx, enrolment.id);
    const lessons = await this.courses.lessonsOf(tx, enrolment.courseVersionId);
    const standing = lessons.map(({ id, code }) => ({ code, done: done.has(id) }));
    const { definition } = await this.courses.version(tx, enrolment.courseVersionId);
    const quizPassed = input.quizPassed ?? (await this.isPassed(tx, enrolment, definition.quiz.code));
    if (isDue({ lessons: standing, quizPassed })) await this.record.execute(tx, { enrolment, course: definition });
  }

  private async isPassed(tx: Tx, { personId }: EnrolmentEntity, quizCode: string): Promise<boolean> {
    return (await this.quizzes.statusFor(tx, personId, quizCode)).passedAttemptId !== null;
  }
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { CourseDefinition, Lesson } from '../domain/course-definition.js';
import { feedbackOn, type AnsweredCheck } from '../domain/check-feedback.js';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';
import { FindLesson, type LessonAddress } from './find-lesson.js';

export interface LessonView {
  readonly id: string;
  readonly course: CourseDefinition;
  readonly lesson: Lesson;
  /** Null before the checks were answered. */
  readonly answered: readonly AnsweredCheck[] | null;
  readonly done: boolean;
  /** Code of the lesson after it; null for the last. */
  readonly nextCode: string | null;
}

/** A lesson as its learner sees it, with what they chose in its checks. */
@Injectable()
export class ReadLesson {
  constructor(
    private readonly lessons: FindLesson,
    private readonly enrolments: EnrolmentRepository,
  ) {}

  /** @throws DomainError not_found */
  async execute(tx: Tx, address: LessonAddress): Promise<LessonView> {
    const { key, course, lesson } = await this.lessons.execute(tx, address);
    const checks = await this.enrolments.checksOf(tx, key.enrolmentId);
    const own = checks.find(({ lessonId }) => lessonId === key.lessonId);
    const done = await this.enrolments.completedLessonIds(tx, key.enrolmentId);
    const at = course.lessons.findIndex(({ code }) => code === lesson.code);
    return {
      id: key.lessonId,
      course,
      lesson,
      answered: own ? feedbackOn(lesson.checks, own.chosen) : null,
      done: done.has(key.lessonId),
      nextCode: course.lessons[at + 1]?.code ?? null,
    };
  }
}

import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Quizzes, type QuizStatus } from '../../quizzes/quizzes.public.js';
import type { CourseDefinition } from '../domain/course-definition.js';
import { progressOf, type Progress } from '../domain/progress.js';
import { CourseRepository } from '../persistence/course.repository.js';
import type { EnrolmentEntity } from '../persistence/enrolment.entity.js';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';
import { PauseRepository } from '../persistence/pause.repository.js';

export interface EnrolmentProgress extends Progress {
  readonly course: CourseDefinition;
  readonly lessons: readonly { readonly id: string; readonly code: string; readonly done: boolean }[];
  readonly quiz: QuizStatus;
  /** Since when the person rests from it; null while they go on. */
  readonly pausedAt: Temporal.Instant | null;
}

/** How far an enrolment has come, on its own version of the course. */
@Injectable()
export class ReadProgress {
  constructor(
    private readonly courses: CourseRepository,
    private readonly enrolments: EnrolmentRepository,
    private readonly quizzes: Quizzes,
    private readonly pauses: PauseRepository,
  ) {}

  async execute(tx: Tx, enrolment: EnrolmentEntity): Promise<EnrolmentProgress> {
    const { definition: course } = await this.courses.version(tx, enrolment.courseVersionId);
    const done = await this.enrolments.completedLessonIds(tx, enrolment.id);
    const rows = await this.courses.lessonsOf(tx, enrolment.courseVersionId);
    const lessons = rows.map(({ id, code }) => ({ id, code, done: done.has(id) }));
    const quiz = await this.quizzes.statusFor(tx, enrolment.personId, course.quiz.code);
    const quizPassed = quiz.passedAttemptId !== null;
    const finished = enrolment.completedAt !== null;
    const pausedAt = (await this.pauses.open(tx, enrolment.id))?.pausedAt ?? null;
    return { ...progressOf({ lessons, quizPassed, finished }), course, lessons, quiz, pausedAt };
  }
}

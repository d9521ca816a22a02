import { Injectable } from '@nestjs/common';
import type { Tx } from '../../src/platform/database/transaction.js';
import { courseNotFound } from './courses.errors.js';
import type { SessionPlan } from './domain/session-plan.js';
import type { CourseVersionEntity } from './persistence/course.entity.js';
import { CourseRepository } from './persistence/course.repository.js';
import { GlanceRepository, type CourseAtAGlance } from './persistence/glance.repository.js';
import { Enrol } from './use-cases/enrol.js';
import { ReadLearners, type LearnerActivity } from './use-cases/read-learners.js';
import { PublishVersion, type NewVersion } from './use-cases/publish-version.js';
import { LoadCourses, type ContentLoad } from './use-cases/load-courses.js';
import { WithdrawVersion, type Withdrawal } from './use-cases/withdraw-version.js';
import { ReadCourses } from './use-cases/read-courses.js';

export type { Withdrawal } from './use-cases/withdraw-version.js';
export { checkContent, checkLines, type ContentCheck } from './use-cases/check-content.js';
export { isCompletionNumber, readCompletionNumber } from './domain/completion-number.js';
export { earliestDate } from './domain/earliest-date.js';
export { sessionMinutes, type SessionPlan } from './domain/session-plan.js';
export type { LearnerActivity } from './use-cases/read-learners.js';
export type { ContentLoad } from './use-cases/load-courses.js';
export type { CourseAtAGlance } from './persistence/glance.repository.js';

/** The door of courses. */
@Injectable()
export class Courses {
  constructor(
    private readonly reading: ReadCourses,
    private readonly courses: CourseRepository,
    private readonly glance: GlanceRepository,
  ) {}

  /** The courses that a person is in, in the order they began them: one question to the database, however many. */
  atAGlance(tx: Tx, personId: string): Promise<CourseAtAGlance[]> {
    return this.glance.of(tx, personId);
  }

  /** Whether a person began any course; courses are shared by all bodies. */
  isLearner(tx: Tx, personId: string): Promise<boolean> {
    return this.reading.isLearner(tx, personId);
  }

  /** The competencies that the lessons of these versions teach, by version; versions that are not known are left out. */
  taughtIn(tx: Tx, courseVersionIds: readonly string[]): Promise<Map<string, readonly string[]>> {
    return this.courses.taughtIn(tx, courseVersionIds);
  }
}

/** What one who teaches a course with a group needs of it. */
export interface TaughtCourse {
  readonly code: string;
  readonly title: string;
  readonly courseVersionId: string;
  /** Plans of its live sessions. */
  readonly plans: readonly SessionPlan[];
}

/** Courses for those who teach them to a group. */
@Injectable()
export class Teaching {
  constructor(
    private readonly courses: CourseRepository,
    private readonly learners: ReadLearners,
    private readonly enrolling: Enrol,
  ) {}

  /** Every course there is, on its version in force, by title. */
  async all(tx: Tx): Promise<TaughtCourse[]> {
    return (await this.courses.current(tx)).map(taughtCourse);
  }

  /** @throws DomainError not_found */
  async course(tx: Tx, code: string): Promise<TaughtCourse> {
    const line = await this.courses.find(tx, code);
    if (!line) throw courseNotFound();
    return taughtCourse(await this.courses.version(tx, line.currentVersionId));
  }

  /** The plan of a session in the version that it was scheduled from. */
  async plan(tx: Tx, courseVersionId: string, code: string): Promise<SessionPlan> {
    const { definition } = await this.courses.version(tx, courseVersionId);
    const plan = definition.sessions?.find((one) => one.code === code);
    if (!plan) throw new Error(`Version ${courseVersionId} has no session ${code}`);
    return plan;
  }

  /** How far these people have come in a course; who is not in it is left out. */
  activityOf(tx: Tx, courseCode: string, personIds: readonly string[]): Promise<Map<string, LearnerActivity>> {
    return this.learners.execute(tx, courseCode, personIds);
  }

  /** Puts the one who acts into a course, as their own button would. @throws DomainError as {@link Enrol} does */
  enrolMe(tx: Tx, courseCode: string): Promise<void> {
    return this.enrolling.execute(tx, { courseCode });
  }
}

function taughtCourse({ id, definition }: CourseVersionEntity): TaughtCourse {
  const { code, title, sessions } = definition;
  return { code, title, courseVersionId: id, plans: sessions ?? [] };
}

/** Brings frameworks, courses and quizzes from files into the database; `checkContent` looks at the files alone. */
@Injectable()
export class CourseContent {
  constructor(
    private readonly loading: LoadCourses,
    private readonly withdrawing: WithdrawVersion,
    private readonly publishing: PublishVersion,
  ) {}

  /** Until the transaction ends, no other one changes what is published. */
  lock(tx: Tx): Promise<void> {
    return this.publishing.lock(tx);
  }

  /** Makes what an author wrote the version in force; files no longer lead this course. See {@link PublishVersion}. */
  publish(tx: Tx, version: Omit<NewVersion, 'origin'>): Promise<{ id: string; isNew: boolean }> {
    return this.publishing.execute(tx, { ...version, origin: 'author' });
  }

  /** Takes a version out of force; see {@link WithdrawVersion}. */
  withdraw(tx: Tx, input: Parameters<WithdrawVersion['execute']>[1]): Promise<Withdrawal> {
    return this.withdrawing.execute(tx, input);
  }

  /** What has a fault is left as it was loaded before; a version that is in force already does nothing. */
  load(tx: Tx, contentDir: string): Promise<ContentLoad> {
    return this.loading.execute(tx, contentDir);
  }
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '../../src/platform/database/transaction.js';
import { CourseRepository } from './persistence/course.repository.js';
import { LoadCourses, type ContentLoad } from './use-cases/load-courses.js';
import { WithdrawVersion, type Withdrawal } from './use-cases/withdraw-version.js';
import { ReadCourses, type OwnEnrolment } from './use-cases/read-courses.js';

export { checkContent, checkLines, type ContentCheck } from './use-cases/check-content.js';
export type { ContentLoad } from './use-cases/load-courses.js';
export type { OwnEnrolment } from './use-cases/read-courses.js';

/** The door of courses. */
@Injectable()
export class Courses {
  constructor(
    private readonly reading: ReadCourses,
    private readonly courses: CourseRepository,
  ) {}

  /** The courses that the one who acts is in, with their progress, in the order they began them. */
  own(tx: Tx): Promise<OwnEnrolment[]> {
    return this.reading.own(tx);
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

/** Brings frameworks, courses and quizzes from files into the database; `checkContent` looks at the files alone. */
@Injectable()
export class CourseContent {
  constructor(
    private readonly loading: LoadCourses,
    private readonly withdrawing: WithdrawVersion,
  ) {}

  /** Takes a version out of force; see {@link WithdrawVersion}. */
  withdraw(tx: Tx, input: Parameters<WithdrawVersion['execute']>[1]): Promise<Withdrawal> {
    return this.withdrawing.execute(tx, input);
  }

  /** What has a fault is left as it was loaded before; a version that is in force already does nothing. */
  load(tx: Tx, contentDir: string): Promise<ContentLoad> {
    return this.loading.execute(tx, contentDir);
  }
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { secondsAdded } from '../domain/active-time.js';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';
import { LessonTimeRepository } from '../persistence/lesson-time.repository.js';
import { FindLesson, type LessonAddress } from './find-lesson.js';

/** The page of a lesson tells how long somebody was at work in it. Only courses that count by measured time keep it. */
@Injectable()
export class NoteSignOfWork {
  constructor(
    private readonly lessons: FindLesson,
    private readonly enrolments: EnrolmentRepository,
    private readonly times: LessonTimeRepository,
  ) {}

  /**
   * @param claimed seconds at work since the last sign of this page, by its own clock
   * @returns seconds counted for this sign
   * @throws DomainError not_found
   */
  async execute(tx: Tx, address: LessonAddress, claimed?: number): Promise<{ counted: number }> {
    const { key, enrolment, course } = await this.lessons.execute(tx, address);
    if (course.counting?.rule !== 'measured' || enrolment.completedAt) return { counted: 0 };
    // Held, so that two pages that tell at the same moment share the time that passed.
    await this.enrolments.locked(tx, enrolment.personId, enrolment.courseCode);
    const last = await this.times.lastSignAt(tx, enrolment.id);
    const counted = secondsAdded(last && tx.now.since(last).total('seconds'), claimed);
    await this.times.add(tx, key, counted);
    return { counted };
  }
}

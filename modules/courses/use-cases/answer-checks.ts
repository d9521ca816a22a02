import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { checksUnanswered } from '../courses.errors.js';
import { feedbackOn, unanswered, type AnsweredCheck } from '../domain/check-feedback.js';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';
import { FindLesson, type LessonAddress } from './find-lesson.js';

/** Keeps what was chosen in the checks of a lesson and tells what each choice means. May be done again at any time. */
@Injectable()
export class AnswerChecks {
  constructor(
    private readonly lessons: FindLesson,
    private readonly enrolments: EnrolmentRepository,
  ) {}

  /**
   * @param input.chosen for each check, in order, the option chosen, counted from 0; null where none was
   * @throws DomainError not_found; invalid when a check has no answer
   */
  async execute(tx: Tx, input: LessonAddress & { chosen: readonly (number | null)[] }): Promise<AnsweredCheck[]> {
    const { key, lesson } = await this.lessons.execute(tx, input);
    const missing = unanswered(lesson.checks, input.chosen);
    if (missing.length > 0) throw checksUnanswered(missing);
    const chosen = lesson.checks.map((_, at) => Number(input.chosen[at]));
    await this.enrolments.keepChecks(tx, key, chosen);
    return feedbackOn(lesson.checks, chosen);
  }
}

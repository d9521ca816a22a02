import { Injectable } from '@nestjs/common';
import type { Tx } from '../../src/platform/database/transaction.js';
import { On } from '../../src/platform/events/on.js';
import { QuizPassed } from '../quizzes/quizzes.public.js';
import { FinishCourse } from './use-cases/finish-course.js';

/** A passed quiz may be the last step of its course. */
@Injectable()
export class QuizPassedListener {
  constructor(private readonly finishCourse: FinishCourse) {}

  @On(QuizPassed, 'in-transaction')
  async finish(tx: Tx, { personId, courseCode }: QuizPassed): Promise<void> {
    if (courseCode) await this.finishCourse.execute(tx, { personId, courseCode, quizPassed: true });
  }
}

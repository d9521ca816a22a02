import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { isAnswered, sameAnswer } from '../domain/answer.js';
import { isOver } from '../domain/timing.js';
import { LateQuizAnswerRepository } from '../persistence/late-quiz-answer.repository.js';
import { QuizAttemptRepository } from '../persistence/quiz-attempt.repository.js';
import { attemptStillOpen } from '../quizzes.errors.js';
import { AttemptShapes, fitted, type SentAnswer } from './attempt-shapes.js';

/** An answer that could not be delivered in time. */
export interface LateAnswer extends SentAnswer {
  /** Since it was given, by the clock of the device. */
  secondsAgo: number;
}

/** What a device could not deliver before the end is kept beside the attempt: told with the result, counted nowhere. */
@Injectable()
export class KeepLateAnswers {
  constructor(
    private readonly attempts: QuizAttemptRepository,
    private readonly shapes: AttemptShapes,
    private readonly late: LateQuizAnswerRepository,
  ) {}

  /**
   * @returns how many are kept; those that had been saved in time, and whose receipt was lost, are not among them
   * @throws DomainError not_found; quizzes.still_open; quizzes.answer_does_not_fit, and then none is kept
   */
  async execute(tx: Tx, { attemptId, answers }: { attemptId: string; answers: readonly LateAnswer[] }) {
    const personId = personIdOf(tx.actor);
    const attempt = await this.attempts.findOwn(tx, personId, attemptId);
    const shape = await this.shapes.of(tx, personId, attemptId);
    if (!attempt || !shape) throw notFound('this attempt');
    if (!attempt.closedAt && !isOver(attempt.deadlineAt, tx.now)) throw attemptStillOpen();
    const saved = await this.attempts.answersOf(tx, attemptId);
    const late = fitted(shape, answers).flatMap(({ itemCode, answer, secondsAgo }) => {
      const before = saved.get(itemCode)?.answer;
      if (before ? sameAnswer(before, answer) : !isAnswered(answer)) return [];
      return [{ itemCode, answer, givenAt: tx.now.subtract({ seconds: Math.round(secondsAgo) }) }];
    });
    if (late.length > 0) await this.late.keep(tx, { attemptId, personId }, late);
    return { kept: late.length };
  }
}

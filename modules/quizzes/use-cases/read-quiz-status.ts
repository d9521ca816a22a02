import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { languageOf } from '../domain/quiz-definition.js';
import { nextAttempt, type NextAttempt } from '../domain/retake.js';
import { QuizAttemptRepository } from '../persistence/quiz-attempt.repository.js';
import { QuizRepository } from '../persistence/quiz.repository.js';

/** Where one person stands with one quiz. */
export interface QuizStatus {
  code: string;
  title: string;
  /** That the title and the questions are written in. */
  language: string;
  courseCode: string | null;
  versionId: string;
  questions: number;
  minutesAllowed: number;
  passPercent: number;
  /** Attempts allowed in all; null without a limit. */
  maxAttempts: number | null;
  /** Whether an attempt may begin now, and if not, why and from when. */
  next: NextAttempt;
  openAttemptId: string | null;
  passedAttemptId: string | null;
  attempts: {
    id: string;
    number: number;
    startedAt: Temporal.Instant;
    closedAt: Temporal.Instant | null;
    percent: number | null;
    passed: boolean | null;
  }[];
}

/** Tells where a person stands with a quiz. */
@Injectable()
export class ReadQuizStatus {
  constructor(
    private readonly quizzes: QuizRepository,
    private readonly attempts: QuizAttemptRepository,
  ) {}

  /** @throws DomainError not_found for a code that no published quiz has */
  async execute(tx: Tx, input: { personId: string; quizCode: string }): Promise<QuizStatus> {
    const quiz = await this.quizzes.find(tx, input.quizCode);
    if (!quiz) throw notFound('this quiz');
    const { definition } = await this.quizzes.version(tx, quiz.currentVersionId);
    const history = await this.attempts.historyOf(tx, input.personId, quiz.code);
    return {
      code: quiz.code,
      title: definition.title,
      language: languageOf(definition),
      courseCode: quiz.courseCode,
      versionId: quiz.currentVersionId,
      questions: definition.questions_per_attempt,
      minutesAllowed: definition.minutes_allowed,
      passPercent: definition.pass_percent,
      maxAttempts: definition.retake.max_attempts,
      next: nextAttempt(definition.retake, history, tx.now),
      openAttemptId: history.find((attempt) => !attempt.closedAt)?.id ?? null,
      passedAttemptId: history.find((attempt) => attempt.passed)?.id ?? null,
      attempts: history.map(({ id, number, startedAt, closedAt, percent, passed }) => ({
        id,
        number,
        startedAt,
        closedAt,
        percent,
        passed,
      })),
    };
  }
}

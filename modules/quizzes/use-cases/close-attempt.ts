import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../src/kernel/dates.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Events } from '../../../src/platform/events/events.js';
import { QuizPassed } from '../domain/quiz-passed.js';
import type { QuizDefinition } from '../domain/quiz-definition.js';
import { scoreAttempt, type Score } from '../domain/scoring.js';
import type { QuizAttemptEntity } from '../persistence/quiz-attempt.entity.js';
import { QuizAttemptRepository } from '../persistence/quiz-attempt.repository.js';
import { QuizRepository } from '../persistence/quiz.repository.js';

/** Scores an attempt from what was saved and closes it. Closing it again changes nothing. */
@Injectable()
export class CloseAttempt {
  constructor(
    private readonly attempts: QuizAttemptRepository,
    private readonly quizzes: QuizRepository,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  async execute(tx: Tx, input: { attemptId: string; closedBy: 'person' | 'time' }): Promise<void> {
    const attempt = await this.attempts.lockToClose(tx, input.attemptId);
    if (!attempt || attempt.closedAt) return;
    const { definition } = await this.quizzes.version(tx, attempt.quizVersionId);
    const score = await this.score(tx, attempt, definition);
    // An attempt that ran out ended at its deadline, whenever we come to write it down: the wait for the next counts from there.
    const closedAt = input.closedBy === 'time' ? attempt.deadlineAt : tx.now;
    await this.attempts.close(tx, attempt.id, { closedBy: input.closedBy, closedAt }, score);
    await this.audit.record(tx, {
      action: 'quizzes.attempt.closed',
      subject: { kind: 'quiz_attempt', id: attempt.id },
      personId: attempt.personId,
      details: { closedBy: input.closedBy, percent: score.percent, passed: score.passed },
    });
    if (score.passed) await this.announce(tx, attempt, closedAt, score);
  }

  private async score(tx: Tx, attempt: QuizAttemptEntity, definition: QuizDefinition): Promise<Score> {
    const asked = new Set((await this.attempts.itemsOf(tx, attempt.id)).map((item) => item.itemCode));
    const saved = await this.attempts.answersOf(tx, attempt.id);
    const answers = new Map([...saved].map(([itemCode, { answer }]) => [itemCode, answer]));
    const items = definition.items.filter((item) => asked.has(item.code));
    return scoreAttempt(items, answers, definition.pass_percent);
  }

  private async announce(tx: Tx, attempt: QuizAttemptEntity, closedAt: Temporal.Instant, score: Score): Promise<void> {
    const quiz = await this.quizzes.find(tx, attempt.quizCode);
    await this.events.publish(
      tx,
      new QuizPassed({
        attemptId: attempt.id,
        personId: attempt.personId,
        quizCode: attempt.quizCode,
        courseCode: quiz?.courseCode ?? null,
        scorePercent: score.percent,
        passedOn: dateIn('UTC', closedAt).toString(),
        passedAt: closedAt.toString(),
        competencies: Object.fromEntries(score.competencies.map(({ competency, percent }) => [competency, percent])),
      }),
    );
  }
}

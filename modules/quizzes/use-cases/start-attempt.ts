import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound, type DomainError } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { nextAttempt, type NextAttempt } from '../domain/retake.js';
import { isOver } from '../domain/timing.js';
import type { QuizAttemptEntity } from '../persistence/quiz-attempt.entity.js';
import { QuizAttemptRepository } from '../persistence/quiz-attempt.repository.js';
import { QuizRepository } from '../persistence/quiz.repository.js';
import { alreadyPassed, attemptsUsedUp, retakeNotOpen } from '../quizzes.errors.js';
import { CloseAttempt } from './close-attempt.js';
import { OpenAttempt } from './open-attempt.js';

/** Begins an attempt, or hands back the one that is open: pressing twice, or in two tabs, is one attempt. */
@Injectable()
export class StartAttempt {
  constructor(
    private readonly quizzes: QuizRepository,
    private readonly attempts: QuizAttemptRepository,
    private readonly closeAttempt: CloseAttempt,
    private readonly openAttempt: OpenAttempt,
  ) {}

  /** @throws DomainError when the quiz is not known, is passed, or its retake rule does not allow an attempt now */
  async execute(tx: Tx, input: { quizCode: string }): Promise<{ attemptId: string }> {
    const personId = personIdOf(tx.actor);
    const quiz = await this.quizzes.find(tx, input.quizCode);
    if (!quiz) throw notFound('this quiz');
    const history = await this.currentHistory(tx, personId, quiz.code);
    const open = history.find((attempt) => !attempt.closedAt);
    if (open) return { attemptId: open.id };

    const version = await this.quizzes.version(tx, quiz.currentVersionId);
    const next = nextAttempt(version.definition.retake, history, tx.now);
    if (next.state !== 'open') throw refusal(next);
    const attemptId = await this.openAttempt.execute(tx, { personId, version, number: history.length + 1 });
    return { attemptId: attemptId ?? (await this.openedBeside(tx, personId, quiz.code)) };
  }

  /** The person's attempts, after closing one whose time ended while nobody looked. */
  private async currentHistory(tx: Tx, personId: string, quizCode: string): Promise<QuizAttemptEntity[]> {
    const history = await this.attempts.historyOf(tx, personId, quizCode);
    const overdue = history.find((one) => !one.closedAt && isOver(one.deadlineAt, tx.now));
    if (!overdue) return history;
    await this.closeAttempt.execute(tx, { attemptId: overdue.id, closedBy: 'time' });
    return this.attempts.historyOf(tx, personId, quizCode);
  }

  /** Another request opened an attempt between our look and our insert; the database kept ours out. */
  private async openedBeside(tx: Tx, personId: string, quizCode: string): Promise<string> {
    const open = (await this.attempts.historyOf(tx, personId, quizCode)).find((attempt) => !attempt.closedAt);
    if (!open) throw new Error('An attempt was opened and closed again while this one was being started');
    return open.id;
  }
}

function refusal(next: Exclude<NextAttempt, { state: 'open' }>): DomainError {
  switch (next.state) {
    case 'waiting':
      return retakeNotOpen(next.opensAt);
    case 'used_up':
      return attemptsUsedUp(next.maxAttempts);
    case 'passed':
    case 'in_progress':
      return alreadyPassed();
  }
}

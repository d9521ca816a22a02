import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { drawForm } from '../domain/draw-form.js';
import type { QuizVersionEntity } from '../persistence/quiz.entity.js';
import { QuizAttemptRepository } from '../persistence/quiz-attempt.repository.js';
import { AttemptClock } from './attempt-clock.js';

/** Draws the form of a new attempt, starts its clock, and arranges that it closes by itself at the end. */
@Injectable()
export class OpenAttempt {
  constructor(
    private readonly attempts: QuizAttemptRepository,
    private readonly ids: Ids,
    private readonly clock: AttemptClock,
    private readonly audit: Audit,
  ) {}

  /** @returns the attempt's id, or null when another attempt stands in its way */
  async execute(
    tx: Tx,
    input: { personId: string; version: QuizVersionEntity; number: number },
  ): Promise<string | null> {
    const { id: quizVersionId, quizCode, definition } = input.version;
    const id = this.ids.next();
    const seed = Buffer.from(this.ids.secret(4), 'base64url').readUInt32BE();
    const { personId, number } = input;
    const deadlineAt = await this.clock.endFor(tx, personId, definition.minutes_allowed);
    const attempt = { id, personId, quizCode, quizVersionId, number, seed, startedAt: tx.now, deadlineAt };
    if (!(await this.attempts.open(tx, attempt))) return null;
    const items = new Map(definition.items.map((item) => [item.code, item]));
    await this.attempts.addItems(
      tx,
      drawForm(definition, seed).map(({ itemCode, optionOrder }, index) => ({
        attemptId: id,
        itemCode,
        place: index + 1,
        optionOrder,
        competency: items.get(itemCode)?.competency ?? '',
        examDomain: items.get(itemCode)?.exam_domain ?? '',
        earnedParts: null,
      })),
    );
    await this.clock.closeAfter(tx, id, deadlineAt);
    await this.audit.record(tx, {
      action: 'quizzes.attempt.started',
      subject: { kind: 'quiz_attempt', id },
      personId,
      details: { quiz: quizCode, version: quizVersionId, number },
    });
    return id;
  }
}

import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { isAnswered, sameAnswer, type Answer } from '../../quizzes/items.public.js';
import { lateUntil } from '../domain/outages.js';
import { isOver } from '../domain/timing.js';
import { answerDoesNotFit, stillOpen, tooLate } from '../exams.errors.js';
import { LateAnswerRepository } from '../persistence/late-answer.repository.js';
import { ExamRows } from './exam-rows.js';
import { ExamTrail } from './exam-trail.js';
import { fitToLine, SittingShapes } from './sitting-shapes.js';
import { Vault } from './vault.js';

/** An answer that a device could not deliver in time. */
export interface LateAnswer {
  versionId: string;
  chosen?: unknown;
  places?: unknown;
  flagged?: boolean | undefined;
  /** Since it was given, by the clock of the device. */
  secondsAgo: number;
}

/** What late answers are kept in and beside. */
@Injectable()
export class LateAnswerShelf {
  constructor(
    readonly late: LateAnswerRepository,
    readonly vault: Vault,
    readonly shapes: SittingShapes,
  ) {}
}

/** A device hands over what it could not deliver before the end: kept apart, sealed, and counted nowhere. */
@Injectable()
export class HandOverLateAnswers {
  constructor(
    private readonly rows: ExamRows,
    private readonly shelf: LateAnswerShelf,
    private readonly trail: ExamTrail,
  ) {}

  /**
   * @returns how many are kept; those that had been saved in time, and whose receipt was lost, are not among them
   * @throws DomainError not_found; exams.still_open; exams.too_late; exams.answer_does_not_fit, and then none is kept
   */
  async execute(tx: Tx, sittingId: string, given: readonly LateAnswer[]): Promise<{ kept: number }> {
    const personId = personIdOf(tx.actor);
    const sitting = await this.rows.sittings.findOwn(tx, personId, sittingId);
    const shape = sitting && (await this.shelf.shapes.read(tx, personId, sittingId));
    if (!sitting || !shape) throw notFound('this sitting');
    if (sitting.state === 'open' && !isOver(sitting.deadlineAt, tx.now)) throw stillOpen();
    const until = lateUntil(sitting.closedAt ?? sitting.deadlineAt);
    if (Temporal.Instant.compare(tx.now, until) > 0) throw tooLate();
    const saved = await this.rows.answers.of(tx, sittingId);
    const unfit: string[] = [];
    const late = given.flatMap(({ versionId, secondsAgo, flagged = false, ...sent }) => {
      const line = shape.items.get(versionId);
      if (!line) throw notFound('this question in the exam');
      const answer = fitToLine(line, sent);
      if (!answer) {
        unfit.push(versionId);
        return [];
      }
      const before = saved.get(versionId)?.answer;
      if (before ? sameAnswer(before, answer) : !isAnswered(answer)) return [];
      return [{ versionId, answer, flagged, givenAt: tx.now.subtract({ seconds: Math.round(secondsAgo) }) }];
    });
    if (unfit.length > 0) throw answerDoesNotFit(unfit);
    if (late.length > 0) await this.keep(tx, { ...sitting, personId }, late);
    return { kept: late.length };
  }

  private async keep(
    tx: Tx,
    sitting: { id: string; bodyId: string; personId: string },
    late: readonly { versionId: string; answer: Answer; flagged: boolean; givenAt: Temporal.Instant }[],
  ): Promise<void> {
    const { id: sittingId, bodyId, personId } = sitting;
    const times = late.map(({ givenAt }) => givenAt).toSorted((one, other) => Temporal.Instant.compare(one, other));
    const content = late.map(({ givenAt, ...one }) => ({ ...one, givenAt: givenAt.toString() }));
    await this.shelf.late.add(tx, {
      id: this.trail.newId(),
      bodyId,
      personId,
      sittingId,
      answers: late.length,
      firstGivenAt: times[0] ?? tx.now,
      lastGivenAt: times.at(-1) ?? tx.now,
      secretId: await this.shelf.vault.seal(tx, bodyId, content),
      receivedAt: tx.now,
    });
    await this.trail.sitting(tx, 'late-answers', sitting, { answers: late.length });
  }
}

import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { breakSecondsLeft, onBreakUntil } from '../domain/breaks.js';
import { noBreakLeft, sittingOver, timeIsUp } from '../exams.errors.js';
import { BreakRepository } from '../persistence/break.repository.js';
import type { Sitting } from '../persistence/sitting.repository.js';
import { ExamRows } from './exam-rows.js';
import { ExamTrail } from './exam-trail.js';

/**
 * A person whose accommodation has time for breaks takes one: the clock stands still, the questions are out of sight, no
 * answer is taken. It ends when they go on, or by itself when all of that time is used.
 */
@Injectable()
export class TakeBreak {
  constructor(
    private readonly rows: ExamRows,
    private readonly breaks: BreakRepository,
    private readonly trail: ExamTrail,
  ) {}

  /**
   * Beginning it twice is one break.
   * @returns when it ends by itself
   * @throws DomainError not_found for another person's; exams.no_break_left; exams.time_is_up, exams.sitting_over
   */
  async begin(tx: Tx, sittingId: string): Promise<{ sittingId: string; until: Temporal.Instant }> {
    const sitting = await this.own(tx, sittingId);
    if (sitting.state !== 'open') throw sittingOver();
    const underWay = onBreakUntil(sitting, tx.now);
    if (underWay) return { sittingId, until: underWay };
    const { deadlineAt } = sitting;
    if (tx.now.epochMilliseconds >= deadlineAt.epochMilliseconds) throw timeIsUp();
    const seconds = breakSecondsLeft(sitting);
    if (seconds === 0) throw noBreakLeft();
    const until = tx.now.add({ seconds });
    await this.breaks.begin(tx, sitting, { id: this.trail.newId(), untilAt: until });
    await this.trail.closeAfter(tx, sittingId, deadlineAt.add({ seconds }));
    await this.trail.sitting(tx, 'break-begun', sitting);
    return { sittingId, until };
  }

  /** Goes on; where no break is under way it changes nothing. @throws DomainError not_found for another person's */
  async end(tx: Tx, sittingId: string): Promise<{ sittingId: string }> {
    const sitting = await this.own(tx, sittingId);
    const until = sitting.state === 'open' ? onBreakUntil(sitting, tx.now) : null;
    if (!until) return { sittingId };
    await this.breaks.end(tx, sittingId);
    await this.trail.closeAfter(tx, sittingId, sitting.deadlineAt.subtract(tx.now.until(until)));
    await this.trail.sitting(tx, 'break-ended', sitting);
    return { sittingId };
  }

  private async own(tx: Tx, sittingId: string): Promise<Sitting> {
    const known = await this.rows.sittings.findOwn(tx, personIdOf(tx.actor), sittingId);
    const sitting = known && (await this.rows.sittings.lock(tx, sittingId));
    if (!sitting) throw notFound('this sitting');
    return sitting;
  }
}

import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { isUnderWay, leastMinutes } from '../domain/outages.js';
import type { OutageReason, VoidReason } from '../domain/sitting-state.js';
import { minutesTooFew, sittingOver } from '../exams.errors.js';
import { OutageRepository } from '../persistence/outage.repository.js';
import type { Sitting, SittingInRoom } from '../persistence/sitting.repository.js';
import { ExamRows } from './exam-rows.js';
import { ExamTrail } from './exam-trail.js';
import { Proctors } from './proctors.js';

export interface Given {
  minutes: number;
  reason: OutageReason;
}

/**
 * What whoever watches over a room does for those who sit, while their sitting is under way; it still is while it waits, past its end,
 * for a page that was out of reach.
 */
@Injectable()
export class HelpInRoom {
  constructor(
    private readonly rows: ExamRows,
    private readonly outages: OutageRepository,
    private readonly proctors: Proctors,
    private readonly trail: ExamTrail,
  ) {}

  /** To everybody who sits this exam now. @returns to how many @throws DomainError not_found */
  async giveBackToAll(tx: Tx, examId: string, given: Given) {
    await this.proctors.exam(tx, examId);
    return this.giveToEach(tx, await this.rows.sittings.inRoom(tx, examId), given);
  }

  /** To everybody who sits in a room now. @returns to how many @throws DomainError not_found */
  async giveBackInRoom(tx: Tx, roomId: string, given: Given) {
    const { exam } = await this.proctors.room(tx, roomId);
    const all = await this.rows.sittings.inRoom(tx, exam.id);
    return this.giveToEach(
      tx,
      all.filter((one) => one.roomId === roomId),
      given,
    );
  }

  /** @throws DomainError not_found; exams.sitting_over, .minutes_too_few */
  async giveBack(tx: Tx, sittingId: string, given: Given) {
    const sitting = await this.held(tx, sittingId);
    const least = leastMinutes(sitting.deadlineAt, tx.now);
    if (given.minutes < least) throw minutesTooFew(least);
    await this.give(tx, sitting, given);
    return { examId: sitting.examId, sittingId };
  }

  /** It does not count, and no attempt is used. @throws DomainError not_found; exams.sitting_over */
  async void(tx: Tx, sittingId: string, reason: VoidReason) {
    const sitting = await this.held(tx, sittingId);
    const step = { eventId: this.trail.newId(), move: 'void' as const, at: tx.now, by: personIdOf(tx.actor), reason };
    await this.rows.sittings.move(tx, sitting, step);
    await this.trail.sitting(tx, 'voided', sitting, { reason });
    return { examId: sitting.examId, sittingId };
  }

  private async giveToEach(tx: Tx, all: readonly SittingInRoom[], given: Given): Promise<{ sittings: number }> {
    let sittings = 0;
    for (const { id, personId } of all) {
      const sitting = personId === personIdOf(tx.actor) ? null : await this.underWay(tx, id);
      // Whom these minutes would not reach gets theirs one by one.
      if (!sitting || given.minutes < leastMinutes(sitting.deadlineAt, tx.now)) continue;
      await this.give(tx, sitting, given);
      sittings++;
    }
    return { sittings };
  }

  private async give(tx: Tx, sitting: Sitting, { minutes, reason }: Given): Promise<void> {
    const by = personIdOf(tx.actor);
    await this.rows.sittings.giveBack(tx, sitting, { outageId: this.trail.newId(), minutes, reason, by });
    await this.trail.closeAfter(tx, sitting.id, sitting.deadlineAt.add({ minutes }));
    await this.trail.sitting(tx, 'time-given-back', sitting, { minutes, reason });
  }

  private async held(tx: Tx, sittingId: string): Promise<Sitting> {
    await this.proctors.sitting(tx, sittingId);
    const sitting = await this.underWay(tx, sittingId);
    if (!sitting) throw sittingOver();
    return sitting;
  }

  /** Held until the transaction ends; null for one that is over. */
  private async underWay(tx: Tx, sittingId: string): Promise<Sitting | null> {
    const sitting = await this.rows.sittings.lock(tx, sittingId);
    const is = sitting?.state === 'open' && isUnderWay(await this.outages.heard(tx, sittingId), tx.now);
    return is ? sitting : null;
  }
}

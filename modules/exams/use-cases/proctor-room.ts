import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf, type Role } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { People } from '../../people/people.public.js';
import type { OutageReason, VoidReason } from '../domain/sitting-state.js';
import { isOver } from '../domain/timing.js';
import { sittingOver } from '../exams.errors.js';
import type { Exam } from '../persistence/exam.repository.js';
import type { Sitting, SittingInRoom } from '../persistence/sitting.repository.js';
import { ExamRows } from './exam-rows.js';
import { ExamTrail } from './exam-trail.js';

const PROCTORS: readonly Role[] = ['registrar', 'administrator'];
const MOST_SHOWN = 300;

export interface Room {
  exam: Exam;
  sittings: (SittingInRoom & { name: string })[];
}

/** Whoever watches over a group that sits: who, how long, when last saved. Never an answer, and nobody's own sitting. */
@Injectable()
export class ProctorRoom {
  constructor(
    private readonly rows: ExamRows,
    private readonly people: People,
    private readonly trail: ExamTrail,
  ) {}

  /** @throws DomainError not_found for an exam of another body */
  async read(tx: Tx, examId: string): Promise<Room> {
    const exam = await this.rows.exams.find(tx, examId);
    if (!exam || !organizationsOf(tx.actor, ...PROCTORS).includes(exam.bodyId)) throw notFound('this exam');
    const sittings = await this.rows.sittings.room(tx, examId, MOST_SHOWN);
    const names = await this.people.getAll(tx, [...new Set(sittings.map(({ personId }) => personId))]);
    return {
      exam,
      sittings: sittings.map((one) => ({ ...one, name: names.get(one.personId)?.legalName ?? '' })),
    };
  }

  /** To everybody who sits this exam now. @returns how many */
  async giveBackToAll(tx: Tx, examId: string, given: { minutes: number; reason: OutageReason }) {
    const { sittings } = await this.read(tx, examId);
    let count = 0;
    for (const { id, state, deadlineAt, personId } of sittings) {
      if (state !== 'open' || isOver(deadlineAt, tx.now) || personId === personIdOf(tx.actor)) continue;
      await this.giveBack(tx, id, given);
      count++;
    }
    return { sittings: count };
  }

  /** @throws DomainError not_found; exams.sitting_over */
  async giveBack(tx: Tx, sittingId: string, { minutes, reason }: { minutes: number; reason: OutageReason }) {
    const sitting = await this.held(tx, sittingId);
    const by = personIdOf(tx.actor);
    await this.rows.sittings.giveBack(tx, sitting, { outageId: this.trail.newId(), minutes, reason, by });
    await this.trail.closeAfter(tx, sittingId, sitting.deadlineAt.add({ minutes }));
    await this.trail.sitting(tx, 'time-given-back', sitting, { minutes, reason });
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

  private async held(tx: Tx, sittingId: string): Promise<Sitting> {
    const known = await this.rows.sittings.at(tx, organizationsOf(tx.actor, ...PROCTORS), sittingId);
    if (!known || known.personId === personIdOf(tx.actor)) throw notFound('this sitting');
    const sitting = await this.rows.sittings.lock(tx, sittingId);
    if (!sitting || sitting.state !== 'open' || isOver(sitting.deadlineAt, tx.now)) throw sittingOver();
    return sitting;
  }
}

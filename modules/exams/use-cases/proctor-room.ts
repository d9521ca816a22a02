import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf, type Role } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { pageOf, PAGE_LENGTH, type Page } from '../../../src/platform/http/paging.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { People } from '../../people/people.public.js';
import type { OutageReason, VoidReason } from '../domain/sitting-state.js';
import { isOver } from '../domain/timing.js';
import { sittingOver } from '../exams.errors.js';
import type { Exam } from '../persistence/exam.repository.js';
import type { Sitting, SittingInRoom } from '../persistence/sitting.repository.js';
import { ExamRows } from './exam-rows.js';
import { ExamTrail } from './exam-trail.js';

const PROCTORS: readonly Role[] = ['registrar', 'administrator'];
export type NamedSitting = SittingInRoom & { name: string };

export interface Room {
  exam: Exam;
  /** Of the body. */
  zone: string;
  /** Everybody who sits now. */
  open: NamedSitting[];
  /** Those who sat, a page at a time. */
  over: Page<NamedSitting>;
}

/** Whoever watches over a group that sits: who, how long, when last saved. Never an answer, and nobody's own sitting. */
@Injectable()
export class ProctorRoom {
  constructor(
    private readonly rows: ExamRows,
    private readonly people: People,
    private readonly organizations: Organizations,
    private readonly trail: ExamTrail,
  ) {}

  /**
   * @param after where the page of those who sat goes on: `started_at` and id
   * @throws DomainError not_found for an exam of another body
   */
  async read(tx: Tx, examId: string, after: string[] | null = null): Promise<Room> {
    const exam = await this.proctored(tx, examId);
    const open = await this.rows.sittings.inRoom(tx, examId);
    const found = await this.rows.sittings.leftRoom(tx, examId, { after, limit: PAGE_LENGTH + 1 });
    const over = pageOf(found, ({ startedAt, id }) => [startedAt.toString(), id]);
    const names = await this.people.getAll(tx, [...new Set([...open, ...over.rows].map(({ personId }) => personId))]);
    const named = (one: SittingInRoom) => ({ ...one, name: names.get(one.personId)?.legalName ?? '' });
    return {
      exam,
      zone: await this.zone(tx, exam),
      open: open.map(named),
      over: { ...over, rows: over.rows.map(named) },
    };
  }

  /** @throws DomainError not_found for a sitting of another exam or body, and for one's own */
  async one(
    tx: Tx,
    examId: string,
    sittingId: string,
  ): Promise<Pick<Room, 'exam' | 'zone'> & { sitting: NamedSitting }> {
    const exam = await this.proctored(tx, examId);
    const found = await this.rows.sittings.oneInRoom(tx, examId, sittingId);
    if (!found || found.personId === personIdOf(tx.actor)) throw notFound('this sitting');
    const { legalName } = await this.people.get(tx, found.personId);
    return { exam, zone: await this.zone(tx, exam), sitting: { ...found, name: legalName } };
  }

  /** To everybody who sits this exam now. @returns how many @throws DomainError not_found */
  async giveBackToAll(tx: Tx, examId: string, given: { minutes: number; reason: OutageReason }) {
    await this.proctored(tx, examId);
    let count = 0;
    for (const { id, deadlineAt, personId } of await this.rows.sittings.inRoom(tx, examId)) {
      if (isOver(deadlineAt, tx.now) || personId === personIdOf(tx.actor)) continue;
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

  private async zone(tx: Tx, { bodyId }: Exam): Promise<string> {
    return (await this.organizations.get(tx, bodyId)).timeZone;
  }

  private async proctored(tx: Tx, examId: string): Promise<Exam> {
    const exam = await this.rows.exams.find(tx, examId);
    if (!exam || !organizationsOf(tx.actor, ...PROCTORS).includes(exam.bodyId)) throw notFound('this exam');
    return exam;
  }

  private async held(tx: Tx, sittingId: string): Promise<Sitting> {
    const known = await this.rows.sittings.at(tx, organizationsOf(tx.actor, ...PROCTORS), sittingId);
    if (!known || known.personId === personIdOf(tx.actor)) throw notFound('this sitting');
    const sitting = await this.rows.sittings.lock(tx, sittingId);
    if (!sitting || sitting.state !== 'open' || isOver(sitting.deadlineAt, tx.now)) throw sittingOver();
    return sitting;
  }
}

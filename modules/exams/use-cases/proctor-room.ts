import { Injectable } from '@nestjs/common';
import { notFound } from '../../../src/kernel/domain-error.js';
import { pageOf, PAGE_LENGTH, type Page } from '../../../src/platform/http/paging.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { People } from '../../people/people.public.js';
import type { Exam } from '../persistence/exam.repository.js';
import { RoomRepository, type RoomInList } from '../persistence/room.repository.js';
import type { SittingInRoom } from '../persistence/sitting.repository.js';
import { ExamRows } from './exam-rows.js';
import { Proctors } from './proctors.js';

export type { SittingInRoom } from '../persistence/sitting.repository.js';

export type NamedSitting = SittingInRoom & { name: string };

export interface Room {
  exam: Exam;
  /** Of the body. */
  zone: string;
  /** Newest first, without those that were closed before yesterday. */
  rooms: RoomInList[];
  /** Everybody who sits now. */
  open: NamedSitting[];
  /** About which somebody else has to say whether they count. */
  waiting: NamedSitting[];
  /** Those who sat, a page at a time. */
  over: Page<NamedSitting>;
}

/** What whoever watches over an exam sees: who sits, how long, when last saved. Never an answer, and nobody's own sitting. */
@Injectable()
export class ProctorRoom {
  constructor(
    private readonly rows: ExamRows,
    private readonly rooms: RoomRepository,
    private readonly people: People,
    private readonly proctors: Proctors,
  ) {}

  /**
   * @param after where the page of those who sat goes on: `started_at` and id
   * @throws DomainError not_found for an exam of another body
   */
  async read(tx: Tx, examId: string, after: string[] | null = null): Promise<Room> {
    const exam = await this.proctors.exam(tx, examId);
    const open = await this.rows.sittings.inRoom(tx, examId);
    const waiting = await this.rows.sittings.waitingForSecond(tx, examId);
    const found = await this.rows.sittings.leftRoom(tx, examId, { after, limit: PAGE_LENGTH + 1 });
    const over = pageOf(found, ({ startedAt, id }) => [startedAt.toString(), id]);
    const ids = [...open, ...waiting, ...over.rows].map(({ personId }) => personId);
    const names = await this.people.getAll(tx, [...new Set(ids)]);
    const named = (one: SittingInRoom) => ({ ...one, name: names.get(one.personId)?.legalName ?? '' });
    return {
      exam,
      zone: await this.proctors.zone(tx, exam),
      rooms: await this.rooms.around(tx, examId),
      open: open.map(named),
      waiting: waiting.map(named),
      over: { ...over, rows: over.rows.map(named) },
    };
  }

  /** @throws DomainError not_found for a sitting of another exam or body, and for one's own */
  async one(
    tx: Tx,
    examId: string,
    sittingId: string,
  ): Promise<Pick<Room, 'exam' | 'zone'> & { sitting: NamedSitting }> {
    const exam = await this.proctors.exam(tx, examId);
    await this.proctors.sitting(tx, sittingId);
    const found = await this.rows.sittings.oneInRoom(tx, examId, sittingId);
    if (!found) throw notFound('this sitting');
    const { legalName } = await this.people.get(tx, found.personId);
    return { exam, zone: await this.proctors.zone(tx, exam), sitting: { ...found, name: legalName } };
  }
}

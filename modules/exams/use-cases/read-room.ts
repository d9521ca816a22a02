import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { People } from '../../people/people.public.js';
import { roomState, type RoomState } from '../domain/rooms.js';
import type { Exam } from '../persistence/exam.repository.js';
import { RoomRepository, type CheckIn, type ExamRoom } from '../persistence/room.repository.js';
import type { SittingInRoom } from '../persistence/sitting.repository.js';
import { ExamRows } from './exam-rows.js';
import { ExpectedPeople, type Expected } from './expected-people.js';
import { Proctors } from './proctors.js';

/** Somebody who was checked in, with who did it and how far they are; `sitting` null before they begin. */
export type InRoom = CheckIn & { name: string; by: string; sitting: SittingInRoom | null };

export interface RoomReading {
  room: ExamRoom & { state: RoomState };
  exam: Exam;
  /** Of the body. */
  zone: string;
  /** May sit today, and neither sit nor are checked in; empty where the room is closed. */
  expected: Expected[];
  /** In the order in which they came. */
  inside: (InRoom & { accommodations: Expected['accommodations'] | null })[];
}

/** What a room needs to see of it. */
@Injectable()
export class RoomSight {
  constructor(
    readonly rooms: RoomRepository,
    readonly rows: ExamRows,
    readonly people: People,
  ) {}
}

/** A room for whoever watches over it: who is expected, who was checked in, who sits. Never an answer, nothing of an application. */
@Injectable()
export class ReadRoom {
  constructor(
    private readonly sight: RoomSight,
    private readonly proctors: Proctors,
    private readonly expected: ExpectedPeople,
  ) {}

  /** @throws DomainError not_found for a room of another body */
  async execute(tx: Tx, roomId: string): Promise<RoomReading> {
    const { room, exam } = await this.proctors.room(tx, roomId);
    const state = roomState(room, tx.now);
    const inside = await this.inside(tx, roomId);
    const inRooms = state === 'closed' ? [] : await this.sight.rooms.checkedInNow(tx, exam.id);
    const expected = state === 'closed' ? [] : await this.expected.all(tx, exam);
    return {
      room: { ...room, state },
      exam,
      zone: await this.proctors.zone(tx, exam),
      expected: expected.filter(({ authorisationId }) => !inRooms.includes(authorisationId)),
      inside: inside.map((one) => ({
        ...one,
        // Who has not begun is still among those who are authorised.
        accommodations:
          one.sitting?.accommodations ??
          expected.find(({ authorisationId }) => authorisationId === one.authorisationId)?.accommodations ??
          null,
      })),
    };
  }

  /** Somebody who is expected or checked in there. @throws DomainError not_found for anybody else */
  async person(
    tx: Tx,
    roomId: string,
    authorisationId: string,
  ): Promise<Omit<RoomReading, 'expected' | 'inside'> & { person: Expected; checkIn: InRoom | null }> {
    const { room, exam } = await this.proctors.room(tx, roomId);
    const person = await this.expected.one(tx, exam, authorisationId);
    const inside = await this.inside(tx, roomId);
    const checkIn = inside.findLast((one) => one.authorisationId === authorisationId && !hasEnded(one)) ?? null;
    const zone = await this.proctors.zone(tx, exam);
    return { room: { ...room, state: roomState(room, tx.now) }, exam, zone, person, checkIn };
  }

  private async inside(tx: Tx, roomId: string): Promise<InRoom[]> {
    const checkIns = await this.sight.rooms.checkIns(tx, roomId);
    const begun = new Map((await this.sight.rows.sittings.begunIn(tx, roomId)).map((one) => [one.id, one]));
    const ids = checkIns.flatMap(({ personId, checkedInBy }) => [personId, checkedInBy]);
    const names = await this.sight.people.getAll(tx, [...new Set(ids)]);
    const nameOf = (id: string) => names.get(id)?.legalName ?? '';
    return checkIns.map((one) => ({
      ...one,
      name: nameOf(one.personId),
      by: nameOf(one.checkedInBy),
      sitting: (one.sittingId && begun.get(one.sittingId)) || null,
    }));
  }
}

function hasEnded({ sitting }: InRoom): boolean {
  return sitting !== null && sitting.state !== 'open';
}

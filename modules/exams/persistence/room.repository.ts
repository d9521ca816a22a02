import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { IdentitySeen, RoomTimes } from '../domain/rooms.js';

export interface ExamRoom extends RoomTimes {
  id: string;
  bodyId: string;
  examId: string;
  place: string;
  preparedAt: Temporal.Instant;
}

/** A room in a list. */
export type RoomInList = ExamRoom & { checkedIn: number; sit: number };

/** Somebody who was checked in, with the sitting that they began by that. */
export interface CheckIn {
  id: string;
  personId: string;
  authorisationId: string;
  identitySeen: IdentitySeen;
  checkedInBy: string;
  checkedInAt: Temporal.Instant;
  sittingId: string | null;
}

/** The check-in by which somebody could begin now, and its room. */
export interface Seat extends RoomTimes {
  checkInId: string;
  place: string;
}

const ROOM = `r.id, r.body_id as "bodyId", r.exam_id as "examId", r.place, r.prepared_at as "preparedAt",
  r.opened_at as "openedAt", r.closed_at as "closedAt"`;

/** Rooms where exams are sat, and who was checked in there. */
@Injectable()
export class RoomRepository {
  async add(tx: Tx, room: Omit<ExamRoom, keyof RoomTimes | 'preparedAt'>, by: string): Promise<void> {
    await tx.manager.query(
      `insert into exam_room (id, body_id, exam_id, place, prepared_by, prepared_at) values ($1, $2, $3, $4, $5, $6)`,
      [room.id, room.bodyId, room.examId, room.place, by, tx.now.toString()],
    );
  }

  async find(tx: Tx, bodyIds: readonly string[], id: string): Promise<ExamRoom | null> {
    const [row]: ExamRoom[] = await tx.manager.query(
      `select ${ROOM} from exam_room r where r.id = $1 and r.body_id = any($2)`,
      [id, [...bodyIds]],
    );
    return row ?? null;
  }

  /** Of an exam, newest first; those that are closed for longer than a day are left out. */
  async around(tx: Tx, examId: string): Promise<RoomInList[]> {
    return tx.manager.query(
      `select ${ROOM}, count(c.id)::int as "checkedIn", count(s.id) filter (where s.state = 'open')::int as sit
       from exam_room r left join exam_check_in c on c.room_id = r.id and c.undone_at is null
       left join sitting s on s.check_in_id = c.id
       where r.exam_id = $1 and (r.closed_at is null or r.closed_at > $2::timestamptz - interval '1 day')
       group by r.id order by r.prepared_at desc, r.id desc`,
      [examId, tx.now.toString()],
    );
  }

  /** @returns false where somebody did it before, or it is closed */
  async turn(tx: Tx, id: string, to: 'opened' | 'closed', by: string): Promise<boolean> {
    const still = to === 'opened' ? 'opened_at is null and closed_at is null' : 'closed_at is null';
    const [rows]: [unknown[], number] = await tx.manager.query(
      `update exam_room set ${to}_by = $2, ${to}_at = $3 where id = $1 and ${still} returning id`,
      [id, by, tx.now.toString()],
    );
    return rows.length > 0;
  }

  /** Holds it as it is until the transaction ends: who opens or closes it waits. */
  async holdOpen(tx: Tx, id: string): Promise<RoomTimes> {
    const [row]: [RoomTimes] = await tx.manager.query(
      'select opened_at as "openedAt", closed_at as "closedAt" from exam_room where id = $1 for share',
      [id],
    );
    return row;
  }

  async checkIn(
    tx: Tx,
    { bodyId, id: roomId }: ExamRoom,
    one: { id: string; personId: string; authorisationId: string; identitySeen: IdentitySeen; by: string },
  ): Promise<void> {
    await tx.manager.query(
      `insert into exam_check_in (id, body_id, person_id, room_id, authorisation_id, identity_seen, checked_in_by, checked_in_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [one.id, bodyId, one.personId, roomId, one.authorisationId, one.identitySeen, one.by, tx.now.toString()],
    );
  }

  async takeBack(tx: Tx, checkInId: string, by: string): Promise<void> {
    await tx.manager.query('update exam_check_in set undone_by = $2, undone_at = $3 where id = $1', [
      checkInId,
      by,
      tx.now.toString(),
    ]);
  }

  /** Everybody who is checked in and everybody who sat, in the order in which they came. */
  async checkIns(tx: Tx, roomId: string): Promise<CheckIn[]> {
    return tx.manager.query(
      `select c.id, c.person_id as "personId", c.authorisation_id as "authorisationId", c.identity_seen as "identitySeen",
         c.checked_in_by as "checkedInBy", c.checked_in_at as "checkedInAt", s.id as "sittingId"
       from exam_check_in c left join sitting s on s.check_in_id = c.id
       where c.room_id = $1 and c.undone_at is null order by c.checked_in_at, c.id`,
      [roomId],
    );
  }

  /** Authorisations of everybody who is checked in to a room of the exam that is not closed, or sits it now. */
  async checkedInNow(tx: Tx, examId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.manager.query(
      `select c.authorisation_id as id from exam_check_in c join exam_room r on r.id = c.room_id
         where r.exam_id = $1 and r.closed_at is null and c.undone_at is null and c.checked_in_at > $2::timestamptz - exam_room_stays_open()
           and (r.opened_at is null or r.opened_at > $2::timestamptz - exam_room_stays_open())
           and not exists (select from sitting s where s.check_in_id = c.id)
       union select authorisation_id from sitting where exam_id = $1 and state = 'open'`,
      [examId, tx.now.toString()],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * The check-in, of the last hours in which one holds, that opens the next sitting of an authorisation: in a room that is not closed before one that is, the newest first.
   * @param hold until the transaction ends neither that room is closed nor the check-in taken back
   */
  async seat(
    tx: Tx,
    { examId, authorisationId }: { examId: string; authorisationId: string },
    hold: boolean,
  ): Promise<(Seat & { roomId: string }) | null> {
    const [row]: (Seat & { roomId: string })[] = await tx.manager.query(
      `select c.id as "checkInId", r.id as "roomId", r.place, r.opened_at as "openedAt", r.closed_at as "closedAt"
       from exam_check_in c join exam_room r on r.id = c.room_id
       where c.authorisation_id = $1 and r.exam_id = $2 and c.undone_at is null and c.checked_in_at > $3::timestamptz - exam_room_stays_open()
         and not exists (select from sitting s where s.check_in_id = c.id)
       order by (r.closed_at is null) desc, c.checked_in_at desc, c.id desc limit 1 ${hold ? 'for share of c, r' : ''}`,
      [authorisationId, examId, tx.now.toString()],
    );
    return row ?? null;
  }
}

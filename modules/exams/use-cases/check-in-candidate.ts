import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { roomState, type IdentitySeen } from '../domain/rooms.js';
import { checkedInAlready, roomClosed } from '../exams.errors.js';
import { RoomRepository } from '../persistence/room.repository.js';
import { ExamTrail } from './exam-trail.js';
import { ExpectedPeople } from './expected-people.js';
import { Proctors } from './proctors.js';

interface Named {
  roomId: string;
  authorisationId: string;
}

/** Checks somebody in to a room by their identity, and takes that back before they begin. Nobody checks themselves in. */
@Injectable()
export class CheckInCandidate {
  constructor(
    private readonly rooms: RoomRepository,
    private readonly proctors: Proctors,
    private readonly expected: ExpectedPeople,
    private readonly trail: ExamTrail,
  ) {}

  /**
   * @param identitySeen what was looked at, as a code
   * @throws DomainError not_found for a room of another body, and for who is not expected there, oneself among them;
   * exams.sits_already, .cannot_sit_today, .checked_in_already, .room_takes_nobody
   */
  async execute(
    tx: Tx,
    { roomId, authorisationId }: Named,
    identitySeen: IdentitySeen,
  ): Promise<{ checkInId: string; name: string }> {
    const { room, exam } = await this.proctors.room(tx, roomId);
    const person = await this.expected.held(tx, exam, authorisationId);
    if (roomState(await this.rooms.holdOpen(tx, roomId), tx.now) === 'closed') throw roomClosed();
    const seat = await this.rooms.seat(tx, { examId: exam.id, authorisationId }, false);
    if (seat && roomState(seat, tx.now) !== 'closed') throw checkedInAlready(seat.place);
    await this.expected.requireReady(tx, exam, person);
    const { personId, name } = person;
    const id = this.trail.newId();
    const by = personIdOf(tx.actor);
    await this.rooms.checkIn(tx, room, { id, personId, authorisationId, identitySeen, by });
    const subject = { kind: 'exam_check_in', id, bodyId: room.bodyId, personId };
    await this.trail.ofPerson(tx, 'room.checked-in', subject, { room: roomId, identity: identitySeen });
    return { checkInId: id, name };
  }

  /** @throws DomainError not_found where they are not checked in there; exams.sits_already */
  async takeBack(tx: Tx, { roomId, authorisationId }: Named): Promise<{ name: string }> {
    const { room, exam } = await this.proctors.room(tx, roomId);
    const { personId, name } = await this.expected.held(tx, exam, authorisationId);
    const checkIn = (await this.rooms.checkIns(tx, roomId)).find(
      (one) => one.authorisationId === authorisationId && one.sittingId === null,
    );
    if (!checkIn) throw notFound('this check-in');
    await this.rooms.takeBack(tx, checkIn.id, personIdOf(tx.actor));
    const subject = { kind: 'exam_check_in', id: checkIn.id, bodyId: room.bodyId, personId };
    await this.trail.ofPerson(tx, 'room.check-in-taken-back', subject, { room: roomId });
    return { name };
  }
}

import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { roomTurned } from '../exams.errors.js';
import { RoomRepository } from '../persistence/room.repository.js';
import { ExamTrail } from './exam-trail.js';
import { Proctors } from './proctors.js';

/** Prepares a room for an exam, opens it once and closes it once. Closing ends no sitting: nobody begins there any more. */
@Injectable()
export class TurnRoom {
  constructor(
    private readonly rooms: RoomRepository,
    private readonly proctors: Proctors,
    private readonly trail: ExamTrail,
  ) {}

  /** @param place as people find it @throws DomainError not_found for an exam of another body */
  async prepare(tx: Tx, examId: string, place: string): Promise<{ roomId: string }> {
    const { bodyId } = await this.proctors.exam(tx, examId);
    const id = this.trail.newId();
    await this.rooms.add(tx, { id, bodyId, examId, place: place.trim() }, personIdOf(tx.actor));
    await this.trail.desk(tx, 'room.prepared', { kind: 'exam_room', id, bodyId }, { exam: examId });
    return { roomId: id };
  }

  /** @throws DomainError not_found; exams.room_turned where it was opened or closed before */
  async execute(tx: Tx, roomId: string, to: 'opened' | 'closed'): Promise<{ examId: string; roomId: string }> {
    const { room } = await this.proctors.room(tx, roomId);
    if (!(await this.rooms.turn(tx, roomId, to, personIdOf(tx.actor)))) throw roomTurned();
    const { bodyId, examId } = room;
    await this.trail.desk(tx, `room.${to}`, { kind: 'exam_room', id: roomId, bodyId }, { exam: examId });
    return { examId, roomId };
  }
}

import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { PROCTORS } from '../domain/rooms.js';
import type { Exam } from '../persistence/exam.repository.js';
import { RoomRepository, type ExamRoom } from '../persistence/room.repository.js';
import type { Sitting } from '../persistence/sitting.repository.js';
import { ExamRows } from './exam-rows.js';

/** Loads what somebody watches over through them: exams, rooms and sittings of their bodies, never one's own sitting. */
@Injectable()
export class Proctors {
  constructor(
    private readonly rows: ExamRows,
    private readonly rooms: RoomRepository,
    private readonly organizations: Organizations,
  ) {}

  /** @throws DomainError not_found for an exam of another body */
  async exam(tx: Tx, examId: string): Promise<Exam> {
    const exam = await this.rows.exams.find(tx, examId);
    if (!exam || !this.bodies(tx).includes(exam.bodyId)) throw notFound('this exam');
    return exam;
  }

  /** With its exam. @throws DomainError not_found for a room of another body */
  async room(tx: Tx, roomId: string): Promise<{ room: ExamRoom; exam: Exam }> {
    const room = await this.rooms.find(tx, this.bodies(tx), roomId);
    const exam = room && (await this.rows.exams.find(tx, room.examId));
    if (!room || !exam) throw notFound('this room');
    return { room, exam };
  }

  /** @throws DomainError not_found for a sitting of another body, and for one's own */
  async sitting(tx: Tx, sittingId: string): Promise<Sitting> {
    const sitting = await this.rows.sittings.at(tx, this.bodies(tx), sittingId);
    if (!sitting || sitting.personId === personIdOf(tx.actor)) throw notFound('this sitting');
    return sitting;
  }

  /** Of the body: times are told in it. */
  async zone(tx: Tx, { bodyId }: { bodyId: string }): Promise<string> {
    return (await this.organizations.get(tx, bodyId)).timeZone;
  }

  private bodies(tx: Tx): string[] {
    return organizationsOf(tx.actor, ...PROCTORS);
  }
}

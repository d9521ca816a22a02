import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { dateIn, isAfter, isBefore } from '../../../src/kernel/dates.js';
import type { DomainError } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { SitExamHere, type ExamCandidate, type ExpectedAtExam } from '../../certification/exam-sittings.public.js';
import { ItemBank } from '../../item-bank/item-bank.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { BodyRules } from '../../organizations/body-rules.public.js';
import { roomState, waitsFor } from '../domain/rooms.js';
import {
  alreadyPassed,
  attemptsUsed,
  notAuthorised,
  notCheckedIn,
  opensLater,
  otherScale,
  roomIsClosed,
  roomNotOpen,
  workedInBank,
} from '../exams.errors.js';
import type { Exam } from '../persistence/exam.repository.js';
import { RoomRepository } from '../persistence/room.repository.js';

const ROOM_REFUSALS = { 'check-in': notCheckedIn, opening: roomNotOpen, 'another-room': roomIsClosed };

/** What candidates saw of items: at work in the bank, or in an exam. */
@Injectable()
export class SeenItems {
  constructor(
    private readonly bank: ItemBank,
    private readonly bodies: BodyRules,
  ) {}

  /** Whether somebody saw items of the bank at work within the months that its body keeps people apart. */
  async atWork(tx: Tx, personId: string, bodyId: string): Promise<boolean> {
    const last = await this.bank.lastSeenBy(tx, { bodyId, personId });
    if (!last) return false;
    const { kept_apart_months: months } = await this.bodies.settings(tx, bodyId);
    const free = last.toZonedDateTimeISO('UTC').add({ months }).toInstant();
    return Temporal.Instant.compare(tx.now, free) < 0;
  }

  /** These versions are shown to one more person. */
  shown(tx: Tx, bodyId: string, versionIds: readonly string[]): Promise<void> {
    return this.bank.recordExposure(tx, { bodyId, versionIds });
  }
}

/** Whether a person may sit an exam now: the scheme's attempts, waits and windows, the authorisation, and what they saw at work. */
@Injectable()
export class ExamGate {
  constructor(
    private readonly here: SitExamHere,
    private readonly seen: SeenItems,
    private readonly organizations: Organizations,
    private readonly rooms: RoomRepository,
  ) {}

  /** @returns null for somebody who is no candidate for that exam */
  candidate(tx: Tx, personId: string, { bodyId, schemeCode }: Exam): Promise<ExamCandidate | null> {
    return this.here.candidate(tx, { personId, bodyId, schemeCode });
  }

  /** Who is authorised to sit it today; whether an attempt counts, {@link refusal} says. */
  async expected(tx: Tx, exam: Exam): Promise<ExpectedAtExam[]> {
    const { bodyId, schemeCode } = exam;
    return this.here.expected(tx, { bodyId, schemeCode, on: dateIn(await this.zone(tx, exam), tx.now) });
  }

  /** Of the exam's body: the time zone in which times are told. */
  async zone(tx: Tx, { bodyId }: Exam): Promise<string> {
    return (await this.organizations.get(tx, bodyId)).timeZone;
  }

  /** Until the transaction ends nobody else begins a sitting of this application. */
  hold(tx: Tx, { applicationId }: Pick<ExamCandidate, 'applicationId'>): Promise<void> {
    return this.here.hold(tx, applicationId);
  }

  /** What keeps them from sitting it now; null where nothing does. */
  async refusal(tx: Tx, personId: string, exam: Exam, candidate: ExamCandidate): Promise<DomainError | null> {
    const { today, nextOn, left, authorisation, scale, passed } = candidate;
    if (passed) return alreadyPassed();
    if (left === 0) return attemptsUsed();
    if (nextOn && isAfter(nextOn, today)) return opensLater(nextOn);
    if (!authorisation || isAfter(authorisation.validFrom, today) || isBefore(authorisation.validTo, today)) {
      return notAuthorised();
    }
    const { scaleMin, scaleMax, scalePass } = exam;
    if (scale.min !== scaleMin || scale.max !== scaleMax || scale.pass !== scalePass) return otherScale();
    return (await this.seen.atWork(tx, personId, exam.bodyId)) ? workedInBank() : null;
  }

  /**
   * The room in which they sit it, and what of rooms keeps them from beginning now.
   * @param hold until the transaction ends the room stays open, and nobody takes the check-in back
   */
  async room(
    tx: Tx,
    exam: Exam,
    authorisationId: string | undefined,
    { hold }: { hold: boolean },
  ): Promise<{ checkInId: string | null; refusal: DomainError | null }> {
    const seat = authorisationId ? await this.rooms.seat(tx, { examId: exam.id, authorisationId }, hold) : null;
    const waits = waitsFor(exam.seating, seat, tx.now);
    const isUsed = seat !== null && roomState(seat, tx.now) === 'open';
    return { checkInId: isUsed ? seat.checkInId : null, refusal: waits && ROOM_REFUSALS[waits](seat?.place ?? '') };
  }

  /** These versions are shown to one more person. */
  shown(tx: Tx, bodyId: string, versionIds: readonly string[]): Promise<void> {
    return this.seen.shown(tx, bodyId, versionIds);
  }
}

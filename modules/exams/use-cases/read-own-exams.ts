import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ExamCandidate } from '../../certification/exam-sittings.public.js';
import { Accommodations, minutesWith, mostOf, type Accommodation } from '../../quizzes/accommodations.public.js';
import { fromAdjustments } from '../domain/adjustments.js';
import { scoredItems } from '../domain/blueprint.js';
import { outlookOf } from '../domain/retakes.js';
import { otherFormNeeded } from '../exams.errors.js';
import type { Exam } from '../persistence/exam.repository.js';
import type { Sitting } from '../persistence/sitting.repository.js';
import { ExamGate } from './exam-gate.js';
import { ExamRows } from './exam-rows.js';

export interface ExamToSit {
  exam: Exam;
  questions: number;
  candidate: ExamCandidate;
  /** Why it cannot begin now, and what to do; null when it can. */
  refusal: { message: string; next: string } | null;
  /** Nothing but the room keeps them: whoever watches over it changes that at any moment. */
  waitsInRoom: boolean;
  /** It would ask a form that they have seen. */
  asksSeenForm: boolean;
  openSittingId: string | null;
  minutes: number;
  accommodations: Accommodation;
}

/** One that was sat. */
export type OwnSitting = Sitting & { title: string; zone: string };

/** The exams that a person may sit, now or later, and those that they sat. */
@Injectable()
export class ReadOwnExams {
  constructor(
    private readonly rows: ExamRows,
    private readonly gate: ExamGate,
    private readonly accommodations: Accommodations,
  ) {}

  async list(tx: Tx): Promise<{ exams: ExamToSit[]; sittings: OwnSitting[] }> {
    const personId = personIdOf(tx.actor);
    const exams: ExamToSit[] = [];
    for (const exam of await this.rows.exams.offered(tx)) {
      const candidate = await this.gate.candidate(tx, personId, exam);
      if (candidate) exams.push(await this.toSit(tx, personId, exam, candidate));
    }
    const sittings: OwnSitting[] = [];
    for (const sitting of await this.rows.sittings.ofPerson(tx, personId)) {
      const exam = await this.rows.exams.find(tx, sitting.examId);
      if (exam) sittings.push({ ...sitting, title: exam.title, zone: await this.gate.zone(tx, exam) });
    }
    return { exams, sittings };
  }

  /** @throws DomainError not_found for somebody who is no candidate for it */
  async one(tx: Tx, examId: string): Promise<ExamToSit> {
    const personId = personIdOf(tx.actor);
    const exam = await this.rows.exams.find(tx, examId);
    const candidate = exam && (await this.gate.candidate(tx, personId, exam));
    if (!exam || !candidate) throw notFound('this exam');
    return this.toSit(tx, personId, exam, candidate);
  }

  private async toSit(tx: Tx, personId: string, exam: Exam, candidate: ExamCandidate): Promise<ExamToSit> {
    const outlook = outlookOf(exam.retakeForm, await this.rows.forms.toGive(tx, exam.id, personId));
    const before =
      (await this.gate.refusal(tx, personId, exam, candidate)) ?? (outlook === 'waits' ? otherFormNeeded() : null);
    const inRoom = await this.gate.room(tx, exam, candidate.authorisation?.id, { hold: false });
    const refusal = before ?? inRoom.refusal;
    const open = await this.rows.sittings.openOf(tx, personId, candidate.applicationId);
    const adjusted = fromAdjustments(candidate.authorisation?.adjustments ?? []);
    const accommodations = mostOf([await this.accommodations.of(tx, personId), adjusted]);
    return {
      exam,
      questions: scoredItems(exam.blueprint) + exam.blueprint.pretest,
      candidate,
      refusal: refusal && { message: refusal.message, next: refusal.next },
      asksSeenForm: outlook === 'seen',
      waitsInRoom: before === null && inRoom.refusal !== null,
      openSittingId: open?.id ?? null,
      minutes: minutesWith(exam.minutesAllowed, accommodations),
      accommodations,
    };
  }
}

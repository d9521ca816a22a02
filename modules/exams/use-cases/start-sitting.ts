import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ExamCandidate } from '../../certification/exam-sittings.public.js';
import { Accommodations, minutesWith, mostOf } from '../../quizzes/accommodations.public.js';
import { fromAdjustments } from '../domain/adjustments.js';
import { outlookOf } from '../domain/retakes.js';
import { noFormYet, notAuthorised, otherFormNeeded } from '../exams.errors.js';
import type { Exam } from '../persistence/exam.repository.js';
import { ExamGate } from './exam-gate.js';
import { ExamRows } from './exam-rows.js';
import { ExamTexts, type TextsRead } from './exam-texts.js';
import { ExamTrail } from './exam-trail.js';

export interface Start extends TextsRead {
  examId: string;
}

/** What a sitting begins with: the person's word over both texts, and what helps them. */
@Injectable()
export class BeforeSitting {
  constructor(
    readonly texts: ExamTexts,
    readonly accommodations: Accommodations,
  ) {}
}

/** Begins a sitting, or hands back the one that is open: pressing twice, or on two devices, is one sitting. */
@Injectable()
export class StartSitting {
  constructor(
    private readonly rows: ExamRows,
    private readonly gate: ExamGate,
    private readonly before: BeforeSitting,
    private readonly trail: ExamTrail,
  ) {}

  /**
   * @throws DomainError not_found for somebody who is no candidate; exams.texts_not_accepted, .texts_changed; exams.already_passed,
   * .attempts_used, .opens_later, .not_authorised, .other_scale, .worked_in_bank, .no_form,
   * .other_form_needed; exams.not_checked_in, .room_not_open, .room_closed where it is sat in a room
   */
  async execute(tx: Tx, input: Start): Promise<{ sittingId: string }> {
    const personId = personIdOf(tx.actor);
    const exam = await this.rows.exams.find(tx, input.examId);
    const known = exam && (await this.gate.candidate(tx, personId, exam));
    if (!exam || !known) throw notFound('this exam');
    await this.gate.hold(tx, known);
    const open = await this.rows.sittings.openOf(tx, personId, known.applicationId);
    if (open) return { sittingId: open.id };
    this.before.texts.require(exam, input);
    // Once more: somebody may have ended a sitting between our look and our hold.
    const candidate = await this.gate.candidate(tx, personId, exam);
    if (!candidate) throw notFound('this exam');
    const refusal = await this.gate.refusal(tx, personId, exam, candidate);
    if (refusal) throw refusal;
    const sittingId = await this.open(tx, personId, exam, candidate);
    await this.before.texts.agree(tx, exam, input, { sittingId, on: candidate.today });
    return { sittingId };
  }

  private async open(tx: Tx, personId: string, exam: Exam, candidate: ExamCandidate): Promise<string> {
    if (!candidate.authorisation) throw notAuthorised();
    const form = await this.rows.forms.toGive(tx, exam.id, personId);
    if (!form) throw noFormYet();
    if (outlookOf(exam.retakeForm, form) === 'waits') throw otherFormNeeded();
    const { checkInId, refusal } = await this.gate.room(tx, exam, candidate.authorisation.id, { hold: true });
    if (refusal) throw refusal;
    const own = await this.before.accommodations.of(tx, personId);
    const accommodations = mostOf([own, fromAdjustments(candidate.authorisation.adjustments)]);
    const minutesAllowed = minutesWith(exam.minutesAllowed, accommodations);
    const id = this.trail.newId();
    const sitting = {
      id,
      bodyId: exam.bodyId,
      personId,
      examId: exam.id,
      formId: form.id,
      applicationId: candidate.applicationId,
      authorisationId: candidate.authorisation.id,
      startedAt: tx.now,
      minutesAllowed,
      deadlineAt: tx.now.add({ minutes: minutesAllowed }),
      accommodations,
      identityTextId: exam.identityTextId,
      nondisclosureTextId: exam.nondisclosureTextId,
      checkInId,
    };
    await this.rows.sittings.open(tx, sitting);
    await this.trail.closeAfter(tx, id, sitting.deadlineAt);
    await this.trail.sitting(tx, 'started', sitting, { exam: exam.id, form: form.id, seen: form.seen });
    const items = await this.rows.forms.itemsOf(tx, form.id);
    await this.gate.shown(
      tx,
      exam.bodyId,
      items.map(({ versionId }) => versionId),
    );
    return id;
  }
}

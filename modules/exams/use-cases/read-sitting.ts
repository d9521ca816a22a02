import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ExamCandidate } from '../../certification/exam-sittings.public.js';
import { ItemBank } from '../../item-bank/item-bank.public.js';
import type { Accommodation } from '../../quizzes/accommodations.public.js';
import { isAnswered, type Answer } from '../../quizzes/items.public.js';
import { breakSecondsLeft, onBreakUntil } from '../domain/breaks.js';
import type { SittingState } from '../domain/sitting-state.js';
import { outlookOf, type FormOutlook } from '../domain/retakes.js';
import { isOver } from '../domain/timing.js';
import type { Exam } from '../persistence/exam.repository.js';
import { LateAnswerRepository, type LateSummary } from '../persistence/late-answer.repository.js';
import type { HeldResult, Sitting } from '../persistence/sitting.repository.js';
import { ExamGate } from './exam-gate.js';
import { ExamRows } from './exam-rows.js';

export interface AskedItem {
  versionId: string;
  place: number;
  kind: 'single' | 'multiple' | 'ordering';
  scenario: string | null;
  stem: string;
  options: { key: string; text: string }[];
  answer: Answer | null;
  /** 0 while nothing is saved. */
  revision: number;
  flagged: boolean;
}

export interface SittingHead {
  id: string;
  examId: string;
  title: string;
  /** Of the body: times are told in it. */
  zone: string;
  startedAt: Temporal.Instant;
  deadlineAt: Temporal.Instant;
  minutesAllowed: number;
  outageMinutes: number;
  accommodations: Accommodation;
}

export type OpenSitting = SittingHead & {
  state: 'open';
  secondsLeft: number;
  /** Of breaks that can still be taken. */
  breakSecondsLeft: number;
};
export type SittingReading =
  | OpenSitting
  /** The clock stands still until the person goes on, at the latest until `until`; `secondsLeft` are left then. */
  | (SittingHead & { state: 'on_break'; until: Temporal.Instant; secondsLeft: number })
  /** The time has ended and the score is about to be written; handing in does it at once. */
  | (SittingHead & { state: 'ending'; late: LateSummary | null })
  | (SittingHead & {
      state: Exclude<SittingState, 'open'>;
      closedAt: Temporal.Instant;
      result: (HeldResult & { scale: Scale }) | null;
      /** Where the person stands now with the exam; null where they are no candidate any more. */
      candidate: ExamCandidate | null;
      /** What they would be asked if they sat it again now. */
      nextForm: FormOutlook;
      /** Answers that a device handed over after the end: they count nowhere. */
      late: LateSummary | null;
    });
interface Scale {
  min: number;
  max: number;
  pass: number;
}

/** How far a person has come, without a word of a question. */
export interface Progress {
  place: number;
  answered: boolean;
  flagged: boolean;
}

/** A person's own sitting. */
@Injectable()
export class ReadSitting {
  constructor(
    private readonly rows: ExamRows,
    private readonly gate: ExamGate,
    private readonly bank: ItemBank,
    private readonly late: LateAnswerRepository,
  ) {}

  /** @throws DomainError not_found for one that does not exist or is another person's */
  async execute(tx: Tx, sittingId: string): Promise<SittingReading> {
    const { sitting, exam } = await this.own(tx, sittingId);
    const head = headOf(sitting, exam, await this.gate.zone(tx, exam));
    const { state, closedAt } = sitting;
    if (state === 'open' || !closedAt) {
      if (isOver(sitting.deadlineAt, tx.now))
        return { ...head, state: 'ending', late: await this.late.of(tx, sittingId) };
      const until = onBreakUntil(sitting, tx.now);
      const secondsLeft = secondsBetween(until ?? tx.now, sitting.deadlineAt);
      if (until) return { ...head, state: 'on_break', until, secondsLeft };
      return { ...head, state: 'open', secondsLeft, breakSecondsLeft: breakSecondsLeft(sitting) };
    }
    // One that does not count has no result, also where it had one before that was settled.
    const result = state === 'voided' ? null : await this.rows.sittings.resultOf(tx, sittingId);
    const scale = { min: exam.scaleMin, max: exam.scaleMax, pass: exam.scalePass };
    const candidate = await this.gate.candidate(tx, sitting.personId, exam);
    const late = await this.late.of(tx, sittingId);
    const nextForm = await this.nextForm(tx, sitting.personId, exam);
    return { ...head, state, closedAt, result: result && { ...result, scale }, candidate, nextForm, late };
  }

  /** All questions at once, for one page: the bank keeps that they were read. Only of an open sitting. */
  async questions(tx: Tx, sittingId: string): Promise<AskedItem[]> {
    const { sitting } = await this.own(tx, sittingId);
    const items = await this.rows.forms.itemsOf(tx, sitting.formId);
    const read = await this.bank.questions(tx, {
      bodyId: sitting.bodyId,
      versionIds: items.map(({ versionId }) => versionId),
      purpose: 'sitting',
      subject: { kind: 'exam_sitting', id: sittingId },
    });
    const words = new Map(read.map((question) => [question.versionId, question]));
    const saved = await this.rows.answers.of(tx, sittingId);
    return items.flatMap(({ versionId, place, kind, optionOrder }) => {
      const question = words.get(versionId);
      if (!question) return [];
      const { scenario, stem } = question;
      const options = optionOrder.flatMap((key) => question.options.filter((option) => option.key === key));
      const { answer = null, revision = 0, flagged = false } = saved.get(versionId) ?? {};
      return [{ versionId, place, kind, scenario, stem, options, answer, revision, flagged }];
    });
  }

  async progress(tx: Tx, sittingId: string): Promise<Progress[]> {
    const { sitting } = await this.own(tx, sittingId);
    const saved = await this.rows.answers.of(tx, sittingId);
    return (await this.rows.forms.itemsOf(tx, sitting.formId)).map(({ versionId, place }) => {
      const one = saved.get(versionId);
      return { place, answered: isAnswered(one?.answer), flagged: one?.flagged ?? false };
    });
  }

  /** The exam that is given for the scheme by now may be another one than was sat. */
  private async nextForm(tx: Tx, personId: string, { bodyId, schemeCode }: Exam): Promise<FormOutlook> {
    const given = (await this.rows.exams.offered(tx)).find(
      (exam) => exam.bodyId === bodyId && exam.schemeCode === schemeCode,
    );
    if (!given) return 'none';
    return outlookOf(given.retakeForm, await this.rows.forms.toGive(tx, given.id, personId));
  }

  private async own(tx: Tx, sittingId: string): Promise<{ sitting: Sitting; exam: Exam }> {
    const sitting = await this.rows.sittings.findOwn(tx, personIdOf(tx.actor), sittingId);
    const exam = sitting && (await this.rows.exams.find(tx, sitting.examId));
    if (!sitting || !exam) throw notFound('this sitting');
    return { sitting, exam };
  }
}

function secondsBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return Math.max(0, Math.ceil(from.until(to).total('seconds')));
}

function headOf(sitting: Sitting, { id: examId, title }: Exam, zone: string): SittingHead {
  const { id, startedAt, deadlineAt, minutesAllowed, outageMinutes, accommodations } = sitting;
  return { id, examId, title, zone, startedAt, deadlineAt, minutesAllowed, outageMinutes, accommodations };
}

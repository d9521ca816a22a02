import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ExamsAhead, SitExamHere, type ExamAhead } from '../../certification/exam-sittings.public.js';
import type { ApplicationSummary } from '../../certification/certification.public.js';
import { ExamsAtHome, type ExamAtHome } from '../../exams/waiting.public.js';

/** An exam to come or just sat, wherever it is sat. */
export interface OwnExamAhead extends ExamAhead {
  /** What this product has of it. */
  here: ExamAtHome | null;
  /** The first day on which the next sitting counts; null when it counts at once. */
  nextOn: Temporal.PlainDate | null;
}

/** The exams of an admitted candidate. */
@Injectable()
export class ReadExamsAhead {
  constructor(
    private readonly ahead: ExamsAhead,
    private readonly home: ExamsAtHome,
    private readonly standing: SitExamHere,
  ) {}

  /** @param applications of the person: where none is admitted, nothing is asked */
  async execute(tx: Tx, personId: string, applications: readonly ApplicationSummary[]): Promise<OwnExamAhead[]> {
    if (!applications.some(({ state }) => state === 'admitted')) return [];
    const exams = await this.ahead.of(tx, personId);
    if (exams.length === 0) return [];
    const asked = exams.map((exam) => ({ ...exam, reference: exam.result?.reference ?? null }));
    const here = new Map((await this.home.of(tx, personId, asked)).map((one) => [one.applicationId, one]));
    const own: OwnExamAhead[] = [];
    for (const exam of exams) {
      // Nobody waits before a first sitting, so who never sat one costs no look at the rules.
      const again =
        exam.result && !exam.result.passed ? await this.standing.candidate(tx, { ...exam, personId }) : null;
      const nextOn = again?.nextOn ?? null;
      own.push({ ...exam, here: here.get(exam.applicationId) ?? null, nextOn });
    }
    return own;
  }
}

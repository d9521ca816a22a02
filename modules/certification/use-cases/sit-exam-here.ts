import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { scaleOf, type ExamScale } from '../../schemes/schemes.public.js';
import type { ExamReport } from '../domain/exam-report.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { ExamAuthorisationRepository, type ExpectedAtExam } from '../persistence/exam-authorisation.repository.js';
import { ReadExamStanding } from './exam-standing.js';
import { CorrectSitting } from './correct-sitting.js';
import { RecordSitting } from './record-sitting.js';
import { WithdrawSitting } from './withdraw-sitting.js';

/** Somebody who may sit the exam of a scheme, as far as the scheme and the authorisation say. */
export interface ExamCandidate {
  applicationId: string;
  schemeTitle: string;
  /** Of the scheme version that the application began under. */
  scale: ExamScale;
  /** In the body's zone. */
  today: Temporal.PlainDate;
  /** First day on which the next sitting counts; null when it counts at once. */
  nextOn: Temporal.PlainDate | null;
  /** Sittings that are left by the scheme; null where it sets no number. */
  left: number | null;
  /** Sittings that were recorded. */
  taken: number;
  passed: boolean;
  /** The open authorisation to test; null where there is none. */
  authorisation: {
    id: string;
    validFrom: Temporal.PlainDate;
    validTo: Temporal.PlainDate;
    adjustments: readonly string[];
  } | null;
}

export type { ExpectedAtExam } from '../persistence/exam-authorisation.repository.js';

/** What sittings write: a result once, what puts it right, and that it does not count after all. */
@Injectable()
export class WrittenSittings {
  constructor(
    readonly record: RecordSitting,
    readonly correct: CorrectSitting,
    readonly withdraw: WithdrawSitting,
  ) {}
}

/** What exams of this product ask of certification, and tell it. */
@Injectable()
export class SitExamHere {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly authorisations: ExamAuthorisationRepository,
    private readonly standing: ReadExamStanding,
    private readonly written: WrittenSittings,
  ) {}

  /** @returns null for a person without an admitted application for that scheme of that body, or a scheme without an exam */
  async candidate(
    tx: Tx,
    { personId, bodyId, schemeCode }: { personId: string; bodyId: string; schemeCode: string },
  ): Promise<ExamCandidate | null> {
    const application = (await this.applications.listOwn(tx, personId)).find(
      (one) => one.bodyId === bodyId && one.schemeCode === schemeCode && one.state === 'admitted',
    );
    if (!application) return null;
    const { version, today, nextOn, left, sittings } = await this.standing.execute(tx, application);
    const { exam } = version.definition;
    if (!exam) return null;
    const open = (await this.authorisations.ofApplication(tx, application.id)).find(({ state }) => state === 'issued');
    const { min, max, pass } = scaleOf(exam.score);
    return {
      applicationId: application.id,
      schemeTitle: version.title,
      scale: { min, max, pass },
      today,
      nextOn,
      left,
      taken: sittings.length,
      passed: sittings.some(({ passed }) => passed),
      authorisation: open
        ? { id: open.id, validFrom: open.validFrom, validTo: open.validTo, adjustments: open.adjustments }
        : null,
    };
  }

  /** Who could sit the exam of a scheme of that body on a day, 500 at most: authorised and admitted. Whether an attempt counts then {@link candidate} says. */
  expected(
    tx: Tx,
    question: { bodyId: string; schemeCode: string; on: Temporal.PlainDate },
  ): Promise<ExpectedAtExam[]> {
    return this.authorisations.expected(tx, question);
  }

  /** Waits until nobody else begins a sitting of this application; until the transaction ends nobody else does. */
  hold(tx: Tx, applicationId: string): Promise<void> {
    return this.authorisations.holdSittings(tx, applicationId);
  }

  /** What came of a sitting, as a result of its application: with its fact, its letter, and one sitting fewer left. */
  record(
    tx: Tx,
    input: { applicationId: string; authorisationId: string; report: ExamReport; passed: boolean },
  ): Promise<{ examResultId: string; factId: string }> {
    return this.written.record.execute(tx, input);
  }

  /** A sitting was scored anew: its result and fact are put right by new ones. No letter: the exam writes why. */
  correct(
    tx: Tx,
    input: { applicationId: string; examResultId: string; report: ExamReport; passed: boolean },
  ): Promise<{ examResultId: string; factId: string }> {
    return this.written.correct.execute(tx, input);
  }

  /** A sitting that did not pass does not count after all: no attempt is used, no wait runs. No letter: the exam writes why. */
  withdraw(tx: Tx, input: { applicationId: string; examResultId: string }): Promise<void> {
    return this.written.withdraw.execute(tx, input);
  }
}

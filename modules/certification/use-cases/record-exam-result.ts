import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { unacceptable } from '../../../src/platform/http/validation.js';
import { scaleOf } from '../../schemes/schemes.public.js';
import { noExamHere } from '../certification.errors.js';
import { passes, reportProblems, type ExamReport } from '../domain/exam-report.js';
import { ApplicationRules } from './application-rules.js';
import { OpenCase } from './open-case.js';
import { SetClock } from './set-clock.js';
import { StoreExamResult } from './store-exam-result.js';

interface Input {
  applicationId: string;
  report: ExamReport;
  /** The earlier result that this one puts right. */
  corrects: string | null;
}

/** A registrar copies an exam centre's score report for an admitted candidate. */
@Injectable()
export class RecordExamResult {
  constructor(
    private readonly cases: OpenCase,
    private readonly rules: ApplicationRules,
    private readonly store: StoreExamResult,
    private readonly setClock: SetClock,
  ) {}

  /**
   * @returns whether the score passes the scheme's line
   * @throws DomainError certification.no_exam unless the application is admitted under a scheme with an exam
   */
  async execute(
    tx: Tx,
    { applicationId, report, corrects }: Input,
  ): Promise<{ examResultId: string; passed: boolean }> {
    const application = await this.cases.lock(tx, applicationId, ['registrar']);
    const { version, today } = await this.rules.of(tx, application);
    const { exam } = version.definition;
    if (application.state !== 'admitted' || !exam) throw noExamHere();
    const scale = scaleOf(exam.score);
    const problems = reportProblems(report, scale, today);
    if (problems.length > 0) throw unacceptable(problems);
    const passed = passes(report, scale);
    const { id } = await this.store.execute(tx, application, { report, passed, corrects });
    await this.setClock.execute(tx, application);
    return { examResultId: id, passed };
  }
}

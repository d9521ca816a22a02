import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ExamReport } from '../domain/exam-report.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { ExamAuthorisationRepository } from '../persistence/exam-authorisation.repository.js';
import { AfterSitting } from './record-sitting.js';
import { StoreExamResult } from './store-exam-result.js';

/**
 * Puts right what came of a sitting that this product scored: a new result and a new fact that name those before them. The letter is
 * written by whoever asks for it, since they know why.
 */
@Injectable()
export class CorrectSitting {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly authorisations: ExamAuthorisationRepository,
    private readonly store: StoreExamResult,
    private readonly after: AfterSitting,
  ) {}

  /**
   * @param examResultId the newest result of that sitting
   * @throws DomainError not_found for a result that is not of this application
   */
  async execute(
    tx: Tx,
    {
      applicationId,
      examResultId,
      report,
      passed,
    }: { applicationId: string; examResultId: string; report: ExamReport; passed: boolean },
  ): Promise<{ examResultId: string; factId: string }> {
    const application = await this.applications.lock(tx, applicationId);
    const correction = { report, passed, corrects: examResultId, scoredHere: true, toldElsewhere: true };
    const stored = await this.store.execute(tx, application, correction);
    // Whoever passes now needs no further attempt: an authorisation for one is closed.
    const open = (await this.authorisations.ofApplication(tx, applicationId)).find(({ state }) => state === 'issued');
    await this.after.execute(tx, application, { authorisationId: open?.id ?? null, passed });
    return { examResultId: stored.id, factId: stored.factId };
  }
}

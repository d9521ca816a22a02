import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ExamReport } from '../domain/exam-report.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { ExamAuthorisationRepository } from '../persistence/exam-authorisation.repository.js';
import { ReadExamStanding } from './exam-standing.js';
import { MoveAuthorisation } from './move-authorisation.js';
import { SetClock } from './set-clock.js';
import { StoreExamResult } from './store-exam-result.js';

/** Keeps and closes what a sitting uses: its authorisation, and the case's clock. */
@Injectable()
export class AfterSitting {
  constructor(
    private readonly authorisations: ExamAuthorisationRepository,
    private readonly standing: ReadExamStanding,
    private readonly move: MoveAuthorisation,
    private readonly setClock: SetClock,
  ) {}

  async execute(
    tx: Tx,
    application: Parameters<SetClock['execute']>[1],
    { authorisationId, passed }: { authorisationId: string | null; passed: boolean },
  ): Promise<void> {
    const authorisation =
      authorisationId && (await this.authorisations.find(tx, [application.bodyId], authorisationId));
    if (authorisation) {
      const { left } = await this.standing.execute(tx, application);
      if (passed || left === 0) await this.move.use(tx, authorisation);
    }
    if (application.state === 'admitted') await this.setClock.execute(tx, application);
  }
}

/**
 * Records what came of a sitting that this product delivered and scored: the same result, fact, letter and count of sittings as a
 * centre's report. It is recorded whatever became of the application meanwhile: the sitting happened.
 */
@Injectable()
export class RecordSitting {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly store: StoreExamResult,
    private readonly after: AfterSitting,
  ) {}

  async execute(
    tx: Tx,
    {
      applicationId,
      authorisationId,
      report,
      passed,
    }: { applicationId: string; authorisationId: string; report: ExamReport; passed: boolean },
  ): Promise<{ examResultId: string; factId: string }> {
    const application = await this.applications.lock(tx, applicationId);
    const stored = await this.store.execute(tx, application, { report, passed, corrects: null, scoredHere: true });
    await this.after.execute(tx, application, { authorisationId, passed });
    return { examResultId: stored.id, factId: stored.factId };
  }
}

import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Evidence } from '../../evidence/evidence.public.js';
import { reportRecorded } from '../certification.errors.js';
import type { ExamReport } from '../domain/exam-report.js';
import type { ApplicationEntity, ExamResultEntity } from '../persistence/application.entity.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { AnnounceExamResult } from './announce-exam-result.js';

/** Writes an exam result and the fact it is: both or neither. */
@Injectable()
export class StoreExamResult {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly evidence: Evidence,
    private readonly announce: AnnounceExamResult,
    private readonly ids: Ids,
  ) {}

  /**
   * @param corrects id of the earlier result of this application that this one puts right
   * @param scoredHere the product scored it, so that nobody copied it: the exam itself vouches
   * @param toldElsewhere whoever asks for it writes to the person themselves
   * @throws DomainError certification.report_recorded for a report that is recorded already
   */
  async execute(
    tx: Tx,
    application: ApplicationEntity,
    {
      report,
      passed,
      corrects,
      scoredHere = false,
      toldElsewhere = false,
    }: {
      report: ExamReport;
      passed: boolean;
      corrects: string | null;
      scoredHere?: boolean;
      toldElsewhere?: boolean;
    },
  ): Promise<ExamResultEntity> {
    const { id: applicationId, bodyId, personId, schemeCode } = application;
    const earlier = corrects === null ? null : await this.earlier(tx, applicationId, corrects);
    const recordedBy = scoredHere ? null : personIdOf(tx.actor);
    const id = this.ids.next();
    const fact = await this.evidence.record(tx, {
      personId,
      bodyId,
      kind: 'exam',
      code: schemeCode,
      value: { score: report.score, domains: { ...report.domains } },
      occurredOn: report.satOn,
      vouchedBy: recordedBy
        ? { method: 'registrar', personId: recordedBy, organizationId: bodyId }
        : { method: 'exam-centre', name: report.centre, organizationId: bodyId },
      corrects: earlier?.factId ?? null,
      source: { module: 'certification', id },
    });
    const result: ExamResultEntity = {
      id,
      applicationId,
      bodyId,
      personId,
      satOn: report.satOn,
      score: report.score,
      passed,
      domains: { ...report.domains },
      centre: report.centre.trim(),
      reportReference: report.reference.trim(),
      factId: fact.id,
      corrects,
      recordedBy,
      recordedAt: tx.now,
    };
    if (!(await this.applications.addExamResult(tx, result))) throw reportRecorded();
    await this.announce.note(tx, result);
    if (!toldElsewhere) await this.announce.tell(tx, application, result);
    return result;
  }

  private async earlier(tx: Tx, applicationId: string, id: string): Promise<ExamResultEntity> {
    const found = (await this.applications.examResultsOf(tx, applicationId)).find((result) => result.id === id);
    if (!found) throw notFound('the result to put right');
    return found;
  }
}

import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Evidence } from '../../evidence/evidence.public.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { AfterSitting } from './record-sitting.js';

/**
 * A sitting does not count after all: its result stays on file, its fact is taken back, and no attempt is used and no wait runs for
 * it. Only of one that did not pass.
 */
@Injectable()
export class WithdrawSitting {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly evidence: Evidence,
    private readonly after: AfterSitting,
    private readonly audit: Audit,
  ) {}

  /**
   * @param examResultId the newest result of that sitting
   * @throws DomainError not_found for a result that is not of this application, that passed, or that was withdrawn
   */
  async execute(tx: Tx, input: { applicationId: string; examResultId: string }): Promise<void> {
    const { applicationId, examResultId: id } = input;
    const application = await this.applications.lock(tx, applicationId);
    const result = (await this.applications.examResultsOf(tx, applicationId)).find((one) => one.id === id);
    if (!result || result.passed) throw notFound('the result to withdraw');
    const { bodyId, personId, satOn, factId } = result;
    const by = personIdOf(tx.actor);
    const fact = await this.evidence.record(tx, {
      personId,
      bodyId,
      kind: 'retraction',
      corrects: factId,
      occurredOn: satOn,
      vouchedBy: { method: 'registrar', personId: by, organizationId: bodyId },
      source: { module: 'certification', id },
    });
    await this.applications.withdrawExamResult(tx, result, { factId: fact.id, by });
    await this.audit.record(tx, {
      action: 'certification.exam-result.withdrawn',
      subject: { kind: 'exam-result', id },
      bodyId,
      personId,
      details: { application: applicationId, fact: fact.id },
    });
    await this.after.execute(tx, application, { authorisationId: null, passed: false });
  }
}

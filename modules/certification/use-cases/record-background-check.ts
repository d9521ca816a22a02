import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { unacceptable } from '../../../src/platform/http/validation.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Evidence } from '../../evidence/evidence.public.js';
import { checkRecorded } from '../background.errors.js';
import type { BackgroundReport, BackgroundResult } from '../domain/background-result.js';
import { isClosed } from '../domain/application-state.js';
import { BackgroundRepository } from '../persistence/background.repository.js';
import { applicationClosed } from '../references.errors.js';
import { BackgroundCase } from './background-case.js';

/** A registrar records what a provider of background checks said: a result with its date, and nothing of its content. */
@Injectable()
export class RecordBackgroundCheck {
  constructor(
    private readonly background: BackgroundCase,
    private readonly checks: BackgroundRepository,
    private readonly evidence: Evidence,
    private readonly ids: Ids,
  ) {}

  /**
   * @param input.corrects id of the result that this one takes the place of, after the person was heard for example
   * @throws DomainError certification.background_recorded; input.needs_attention
   */
  async execute(
    tx: Tx,
    { applicationId, report, corrects }: { applicationId: string; report: BackgroundReport; corrects: string | null },
  ): Promise<{ backgroundCheckId: string; result: BackgroundResult }> {
    const application = await this.background.lock(tx, applicationId, ['registrar']);
    if (isClosed(application.state)) throw applicationClosed();
    const problems = await this.background.problems(tx, application, report);
    if (problems.length > 0) throw unacceptable(problems);
    const earlier = corrects && (await this.checks.checksOf(tx, applicationId)).find(({ id }) => id === corrects);
    if (corrects && !earlier) throw notFound('the result to put right');
    const { bodyId, personId } = application;
    const { code, result, checkedOn } = report;
    const [provider, reference] = [report.provider.trim(), report.reference.trim()];
    const id = this.ids.next();
    const recordedBy = personIdOf(tx.actor);
    const fact = await this.evidence.record(tx, {
      personId,
      bodyId,
      kind: 'background_check',
      code,
      value: { result, provider, reference },
      occurredOn: checkedOn,
      vouchedBy: { method: 'registrar', personId: recordedBy, organizationId: bodyId },
      corrects: earlier ? earlier.factId : null,
      source: { module: 'certification', id },
    });
    const row = { id, applicationId, bodyId, personId, code, result, provider, reference, checkedOn, corrects };
    if (!(await this.checks.addCheck(tx, { ...row, factId: fact.id, recordedBy, recordedAt: tx.now }))) {
      throw checkRecorded();
    }
    await this.background.trail.record(tx, application, 'recorded', { check: id, result, corrects });
    return { backgroundCheckId: id, result };
  }
}

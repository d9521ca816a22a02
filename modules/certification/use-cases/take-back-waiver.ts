import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Evidence } from '../../evidence/evidence.public.js';
import { Sessions } from '../../people/people.public.js';
import { notPossibleToWaive, waiverTakenBack } from '../certification.errors.js';
import { WaiverRepository } from '../persistence/waiver.repository.js';
import { ApplicationRules } from './application-rules.js';
import { OpenCase } from './open-case.js';
import { OPEN_TO_WAIVERS } from './waive-requirement.js';

/** Writes that a waiver was taken back, and the retraction of its fact: both or neither. */
@Injectable()
export class StoreWaiverEnd {
  constructor(
    private readonly waivers: WaiverRepository,
    private readonly evidence: Evidence,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError not_found for no waiver of this application; certification.waiver_taken_back */
  async execute(
    tx: Tx,
    application: { id: string; bodyId: string; personId: string },
    given: { waiverId: string; reason: string; occurredOn: Parameters<Evidence['record']>[1]['occurredOn'] },
  ): Promise<{ endingId: string }> {
    const { id: applicationId, bodyId, personId } = application;
    const { waiverId, reason, occurredOn } = given;
    const waiver = (await this.waivers.of(tx, applicationId)).find(({ id }) => id === waiverId);
    if (!waiver) throw notFound('this waiver');
    if ((await this.waivers.endsOf(tx, applicationId)).has(waiverId)) throw waiverTakenBack();
    const [id, endedBy] = [this.ids.next(), personIdOf(tx.actor)];
    const { id: factId } = await this.evidence.record(tx, {
      personId,
      bodyId,
      kind: 'retraction',
      corrects: waiver.factId,
      occurredOn,
      vouchedBy: { method: 'registrar', personId: endedBy, organizationId: bodyId },
      source: { module: 'certification', id },
    });
    const end = { id, waiverId, applicationId, bodyId, personId, reason: reason.trim(), factId, endedBy };
    if (!(await this.waivers.end(tx, { ...end, endedAt: tx.now }))) throw waiverTakenBack();
    await this.audit.record(tx, {
      action: 'certification.waiver.taken_back',
      subject: { kind: 'requirement-waiver', id: waiverId },
      bodyId,
      personId,
      details: { application: applicationId, clause: waiver.clauseId },
    });
    return { endingId: id };
  }
}

/** A registrar takes a waiver back before the decision: the requirement is asked again, and the applicant reads why. */
@Injectable()
export class TakeBackWaiver {
  constructor(
    private readonly cases: OpenCase,
    private readonly sessions: Sessions,
    private readonly rules: ApplicationRules,
    private readonly store: StoreWaiverEnd,
  ) {}

  /** @throws DomainError not_found, people.confirm_first, certification.closed_to_waivers, certification.waiver_taken_back */
  async execute(
    tx: Tx,
    input: { applicationId: string; waiverId: string; reason: string },
  ): Promise<{ endingId: string }> {
    const application = await this.cases.lock(tx, input.applicationId, ['registrar']);
    await this.sessions.requireConfirmed(tx);
    if (!OPEN_TO_WAIVERS.includes(application.state)) throw notPossibleToWaive();
    const { today } = await this.rules.of(tx, application);
    return this.store.execute(tx, application, { ...input, occurredOn: today });
  }
}

import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Evidence } from '../../evidence/evidence.public.js';
import type { WaiverReason } from '../domain/waiver-reasons.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import type { RequirementWaiverEntity } from '../persistence/waiver.entity.js';
import { WaiverRepository } from '../persistence/waiver.repository.js';
import { alreadyWaived } from '../certification.errors.js';

/** Writes a waiver and the fact it is: both or neither. The reason in words stays in this one row. */
@Injectable()
export class StoreWaiver {
  constructor(
    private readonly waivers: WaiverRepository,
    private readonly evidence: Evidence,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError certification.already_waived */
  async execute(
    tx: Tx,
    application: ApplicationEntity,
    given: { clauseId: string; reasonCode: WaiverReason; reason: string; occurredOn: Temporal.PlainDate },
  ): Promise<{ waiverId: string }> {
    const { id: applicationId, bodyId, personId, schemeCode } = application;
    const { clauseId, reasonCode, reason, occurredOn } = given;
    const [id, waivedBy] = [this.ids.next(), personIdOf(tx.actor)];
    const fact = await this.evidence.record(tx, {
      personId,
      bodyId,
      kind: 'waiver',
      code: clauseId,
      value: { scheme_code: schemeCode },
      occurredOn,
      vouchedBy: { method: 'registrar', personId: waivedBy, organizationId: bodyId },
      source: { module: 'certification', id },
    });
    const waiver: RequirementWaiverEntity = {
      id,
      applicationId,
      bodyId,
      personId,
      clauseId,
      reasonCode,
      reason: reason.trim(),
      factId: fact.id,
      waivedBy,
      waivedAt: tx.now,
    };
    if (!(await this.waivers.add(tx, waiver))) throw alreadyWaived();
    await this.audit.record(tx, {
      action: 'certification.requirement.waived',
      subject: { kind: 'requirement-waiver', id },
      bodyId,
      personId,
      details: { application: applicationId, clause: clauseId, reason: reasonCode },
    });
    return { waiverId: id };
  }
}

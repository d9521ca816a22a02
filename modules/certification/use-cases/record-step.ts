import { Injectable } from '@nestjs/common';
import { personActing } from '../../../src/kernel/actor.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { notPossibleNow } from '../certification.errors.js';
import { stateAfter, type ApplicationMove } from '../domain/application-state.js';
import type { Snapshot } from '../domain/snapshot.js';
import type { ApplicationEntity, ApplicationEventEntity } from '../persistence/application.entity.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { ApplicationRules } from './application-rules.js';

export interface Step {
  move: ApplicationMove;
  reasons?: readonly string[];
  note?: string | null;
  snapshot?: Snapshot;
}

/**
 * Writes one step into an application's history: the one way its state changes. The database moves the state after the
 * step (a trigger follows it), so that there is no state without its history.
 */
@Injectable()
export class RecordStep {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly rules: ApplicationRules,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /**
   * @param application held by `ApplicationRepository.lock`; its `state` is brought up to date
   * @throws DomainError certification.not_possible_now for a move that the table does not have
   */
  async execute(tx: Tx, application: ApplicationEntity, step: Step): Promise<ApplicationEventEntity> {
    const to = stateAfter(application.state, step.move);
    if (!to) throw notPossibleNow(application.state, step.move);
    const { today } = await this.rules.of(tx, application);
    const event: ApplicationEventEntity = {
      id: this.ids.next(),
      applicationId: application.id,
      bodyId: application.bodyId,
      personId: application.personId,
      move: step.move,
      fromState: application.state,
      toState: to,
      actorPersonId: personActing(tx.actor),
      reasonCodes: [...(step.reasons ?? [])],
      note: step.note?.trim() || null,
      eligibility: step.snapshot?.tree ?? null,
      eligibilityHash: step.snapshot?.hash ?? null,
      happenedOn: today,
      recordedAt: tx.now,
    };
    await this.applications.addEvent(tx, event);
    application.state = to;
    application.stateSince = tx.now;
    await this.audit.record(tx, {
      action: `certification.application.${step.move}`,
      subject: { kind: 'application', id: application.id },
      bodyId: application.bodyId,
      personId: application.personId,
      details: { event: event.id, to, reasons: event.reasonCodes.join(','), eligibility: event.eligibilityHash },
    });
    return event;
  }
}

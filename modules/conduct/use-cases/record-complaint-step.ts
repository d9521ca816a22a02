import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { notPossibleNow, refusedInOurWords } from '../conduct.errors.js';
import { complaintMoves, stateAfter, type ComplaintMove } from '../domain/moves.js';
import type { ComplaintOutcome } from '../domain/words.js';
import type { ComplaintEntity, ComplaintEventEntity } from '../persistence/complaint.entity.js';
import { ComplaintRepository } from '../persistence/complaint.repository.js';
import { ConductRules } from './conduct-rules.js';

export interface ComplaintStep {
  move: ComplaintMove;
  codes?: readonly string[];
  outcome?: ComplaintOutcome;
  assigneeId?: string;
  dueOn?: Temporal.PlainDate;
}

/** Writes one step of a complaint: the one way its state changes. */
@Injectable()
export class RecordComplaintStep {
  constructor(
    private readonly complaints: ComplaintRepository,
    private readonly rules: ConductRules,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /**
   * @param complaint held by `ComplaintRepository.lock`; its `state` is brought up to date
   * @throws DomainError conduct.not_possible_now, conduct.kept_apart.*, conduct.two_persons
   */
  async execute(tx: Tx, complaint: ComplaintEntity, step: ComplaintStep): Promise<ComplaintEventEntity> {
    const to = stateAfter(complaintMoves, complaint.state, step.move);
    if (!to) throw notPossibleNow();
    const { today } = await this.rules.of(tx, complaint);
    const event: ComplaintEventEntity = {
      id: this.ids.next(),
      complaintId: complaint.id,
      bodyId: complaint.bodyId,
      personId: complaint.personId,
      move: step.move,
      fromState: complaint.state,
      toState: to,
      actorPersonId: tx.actor.kind === 'person' ? tx.actor.personId : null,
      assigneeId: step.assigneeId ?? null,
      outcome: step.outcome ?? null,
      codes: [...(step.codes ?? [])],
      dueOn: step.dueOn ?? null,
      happenedOn: today,
      recordedAt: tx.now,
    };
    await this.complaints.addEvent(tx, event).catch(refusedInOurWords);
    complaint.state = to;
    await this.audit.record(tx, {
      action: `conduct.complaint.${step.move}`,
      subject: { kind: 'complaint', id: complaint.id },
      bodyId: complaint.bodyId,
      personId: complaint.personId,
      details: { event: event.id, to, outcome: event.outcome, codes: event.codes.join(',') },
    });
    return event;
  }
}

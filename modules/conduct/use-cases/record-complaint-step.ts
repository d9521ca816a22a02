import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { personActing } from '../../../src/kernel/actor.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { refusedInOurWords } from '../conduct.errors.js';
import { complaintMoves, type ComplaintMove } from '../domain/moves.js';
import type { ComplaintOutcome } from '../domain/words.js';
import type { ComplaintEntity, ComplaintEventEntity } from '../persistence/complaint.entity.js';
import { ComplaintRepository } from '../persistence/complaint.repository.js';
import { NextStep } from './next-step.js';

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
    private readonly next: NextStep,
    private readonly audit: Audit,
  ) {}

  /**
   * @param complaint held by `ComplaintRepository.lock`; its `state` is brought up to date
   * @throws DomainError conduct.not_possible_now, conduct.kept_apart.*, conduct.two_persons
   */
  async execute(tx: Tx, complaint: ComplaintEntity, step: ComplaintStep): Promise<ComplaintEventEntity> {
    const event = {
      ...(await this.next.of(tx, complaint, complaintMoves, step.move)),
      complaintId: complaint.id,
      actorPersonId: personActing(tx.actor),
      assigneeId: step.assigneeId ?? null,
      outcome: step.outcome ?? null,
      codes: [...(step.codes ?? [])],
      dueOn: step.dueOn ?? null,
    };
    await this.complaints.addEvent(tx, event).catch(refusedInOurWords);
    complaint.state = event.toState;
    await this.audit.record(tx, {
      action: `conduct.complaint.${step.move}`,
      subject: { kind: 'complaint', id: complaint.id },
      bodyId: complaint.bodyId,
      personId: complaint.personId,
      details: { event: event.id, to: event.toState, outcome: event.outcome, codes: event.codes.join(',') },
    });
    return event;
  }
}

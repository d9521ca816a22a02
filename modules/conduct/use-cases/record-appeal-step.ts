import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { refusedInOurWords } from '../conduct.errors.js';
import { appealMoves, type AppealMove } from '../domain/moves.js';
import type { AppealOutcome } from '../domain/words.js';
import type { AppealEntity, AppealEventEntity } from '../persistence/appeal.entity.js';
import { AppealRepository } from '../persistence/appeal.repository.js';
import { NextStep } from './next-step.js';

export interface AppealStep {
  move: AppealMove;
  codes?: readonly string[];
  outcome?: AppealOutcome;
  assigneeId?: string;
}

/** Writes one step of an appeal: the one way its state changes. */
@Injectable()
export class RecordAppealStep {
  constructor(
    private readonly appeals: AppealRepository,
    private readonly next: NextStep,
    private readonly audit: Audit,
  ) {}

  /**
   * @param appeal held by `AppealRepository.lock`; its `state` is brought up to date
   * @throws DomainError conduct.not_possible_now, conduct.kept_apart.*, conduct.two_persons
   */
  async execute(tx: Tx, appeal: AppealEntity, step: AppealStep): Promise<AppealEventEntity> {
    const event = {
      ...(await this.next.of(tx, appeal, appealMoves, step.move)),
      appealId: appeal.id,
      actorPersonId: personIdOf(tx.actor),
      assigneeId: step.assigneeId ?? null,
      outcome: step.outcome ?? null,
      codes: [...(step.codes ?? [])],
    };
    await this.appeals.addEvent(tx, event).catch(refusedInOurWords);
    appeal.state = event.toState;
    await this.audit.record(tx, {
      action: `conduct.appeal.${step.move}`,
      subject: { kind: 'appeal', id: appeal.id },
      bodyId: appeal.bodyId,
      personId: appeal.personId,
      details: { event: event.id, to: event.toState, outcome: event.outcome, codes: event.codes.join(',') },
    });
    return event;
  }
}

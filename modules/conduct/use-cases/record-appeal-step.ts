import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { dateIn } from '../../../src/kernel/dates.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { notPossibleNow, refusedInOurWords } from '../conduct.errors.js';
import { appealMoves, stateAfter, type AppealMove } from '../domain/moves.js';
import type { AppealOutcome } from '../domain/words.js';
import type { AppealEntity, AppealEventEntity } from '../persistence/appeal.entity.js';
import { AppealRepository } from '../persistence/appeal.repository.js';

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
    private readonly organizations: Organizations,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /**
   * @param appeal held by `AppealRepository.lock`; its `state` is brought up to date
   * @throws DomainError conduct.not_possible_now, conduct.kept_apart.*, conduct.two_persons
   */
  async execute(tx: Tx, appeal: AppealEntity, step: AppealStep): Promise<AppealEventEntity> {
    const to = stateAfter(appealMoves, appeal.state, step.move);
    if (!to) throw notPossibleNow();
    const { timeZone } = await this.organizations.get(tx, appeal.bodyId);
    const event: AppealEventEntity = {
      id: this.ids.next(),
      appealId: appeal.id,
      bodyId: appeal.bodyId,
      personId: appeal.personId,
      move: step.move,
      fromState: appeal.state,
      toState: to,
      actorPersonId: personIdOf(tx.actor),
      assigneeId: step.assigneeId ?? null,
      outcome: step.outcome ?? null,
      codes: [...(step.codes ?? [])],
      happenedOn: dateIn(timeZone, tx.now),
      recordedAt: tx.now,
    };
    await this.appeals.addEvent(tx, event).catch(refusedInOurWords);
    appeal.state = to;
    await this.audit.record(tx, {
      action: `conduct.appeal.${step.move}`,
      subject: { kind: 'appeal', id: appeal.id },
      bodyId: appeal.bodyId,
      personId: appeal.personId,
      details: { event: event.id, to, outcome: event.outcome, codes: event.codes.join(',') },
    });
    return event;
  }
}

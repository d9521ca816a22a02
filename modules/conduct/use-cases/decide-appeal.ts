import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Letters } from '../../notifications/notifications.public.js';
import { chooseOne, notPossibleNow } from '../conduct.errors.js';
import { appealGrounds, appealOutcomeWords, areOf, decisionKinds, type AppealOutcome } from '../domain/words.js';
import type { AppealableDecisionEntity, AppealEntity } from '../persistence/appeal.entity.js';
import { AppealRepository } from '../persistence/appeal.repository.js';
import { CarryOutAppeal, type Consequence } from './carry-out-appeal.js';
import { ConductRules } from './conduct-rules.js';
import { OpenCase } from './open-case.js';
import { RecordAppealStep } from './record-appeal-step.js';

const moves = { upheld: 'uphold', overturned: 'overturn', sent_back: 'send_back' } as const;

/** Where a handler's and a decider's acts on an appeal begin and what they are recorded by. */
@Injectable()
export class AppealDesk {
  constructor(
    readonly cases: OpenCase,
    readonly appeals: AppealRepository,
    readonly step: RecordAppealStep,
  ) {}
}

/** An appeal is looked at by a handler and decided by two persons, none of whom had a part in what is appealed. */
@Injectable()
export class DecideAppeal {
  constructor(
    private readonly desk: AppealDesk,
    private readonly carryOut: CarryOutAppeal,
    private readonly rules: ConductRules,
    private readonly letters: Letters,
  ) {}

  /** @param borneOut the grounds that the file bears out; none is a finding, too */
  async find(tx: Tx, id: string, borneOut: readonly string[]): Promise<{ id: string }> {
    const appeal = await this.desk.cases.handledAppeal(tx, id);
    if (borneOut.length > 0 && !areOf(appealGrounds, borneOut)) throw chooseOne('borneOut', 'Choose from the list');
    await this.desk.step.execute(tx, appeal, { move: 'find', codes: borneOut });
    return { id };
  }

  /** @throws DomainError conduct.kept_apart.*, conduct.not_possible_now; conduct.choose_one where nothing can be sent back */
  async propose(tx: Tx, id: string, outcome: AppealOutcome): Promise<{ id: string }> {
    const appeal = await this.desk.cases.lockAppeal(tx, id, ['decider']);
    const decision = await this.desk.appeals.decision(tx, appeal.decisionId);
    if (outcome === 'sent_back' && !(await this.carryOut.canBeSentBack(tx, decision))) {
      throw chooseOne('outcome', 'There is nobody to send this decision back to. Choose whether it stands');
    }
    await this.desk.step.execute(tx, appeal, { move: 'propose', outcome });
    return { id };
  }

  async object(tx: Tx, id: string): Promise<{ id: string }> {
    const appeal = await this.desk.cases.lockAppeal(tx, id, ['decider']);
    await this.desk.step.execute(tx, appeal, { move: 'object' });
    return { id };
  }

  /** The second person: the outcome is decided and carried out in the same transaction. */
  async agree(tx: Tx, id: string): Promise<{ id: string; outcome: AppealOutcome }> {
    const appeal = await this.desk.cases.lockAppeal(tx, id, ['decider']);
    const events = await this.desk.appeals.eventsOf(tx, id);
    const outcome = events.findLast(({ move }) => move === 'propose')?.outcome;
    if (appeal.state !== 'proposed' || !outcome) throw notPossibleNow();
    const event = await this.desk.step.execute(tx, appeal, { move: moves[outcome], outcome });
    const decision = await this.desk.appeals.decision(tx, appeal.decisionId);
    const consequence = await this.carryOut.execute(tx, decision, outcome);
    await this.tell(tx, appeal, { eventId: event.id, decision, outcome, consequence });
    return { id, outcome };
  }

  private async tell(
    tx: Tx,
    { id, bodyId, personId }: AppealEntity,
    told: { eventId: string; decision: AppealableDecisionEntity; outcome: AppealOutcome; consequence: Consequence },
  ): Promise<void> {
    const { eventId, decision, outcome, consequence } = told;
    const { schemeTitle } = await this.rules.of(tx, decision);
    await this.letters.send(tx, {
      kind: 'appeal-decided',
      identity: `appeal-decided:${eventId}`,
      to: { personId },
      bodyId,
      data: {
        schemeTitle: ({ word }) => word(schemeTitle),
        about: ({ word }) => word(decisionKinds[decision.kind]),
        decidedOn: decision.decidedOn.toString(),
        outcome: ({ word }) => word(appealOutcomeWords[outcome]),
        consequence: ({ word }) => word(consequence.words),
        path: `/appeals/${id}`,
      },
    });
  }
}

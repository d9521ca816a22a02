import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { isAfter } from '../../../src/kernel/dates.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { inTurn } from '../../../src/kernel/in-turn.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { appealMoves, isAppealClosed, stateAfter, type AppealMove, type AppealState } from '../domain/moves.js';
import { ruleWords } from '../domain/kept-apart.js';
import type { AppealOutcome, DecisionKind } from '../domain/words.js';
import type { AppealableDecisionEntity, AppealEntity } from '../persistence/appeal.entity.js';
import { AppealRepository } from '../persistence/appeal.repository.js';
import { CarryOutAppeal } from './carry-out-appeal.js';
import { ConductRules } from './conduct-rules.js';
import { deadline, DescribeCase, type Colleague, type Deadline } from './describe-case.js';
import { OpenCase, STAFF } from './open-case.js';

export interface DecisionView {
  id: string;
  kind: DecisionKind;
  schemeTitle: string;
  body: { name: string; contactEmail: string; timeZone: string };
  decidedOn: Temporal.PlainDate;
  fileBy: Temporal.PlainDate | null;
  mayAppeal: boolean;
}

/** How a decision is named: by its id, or by the application it decided. */
export type OwnDecision = { decisionId: string } | { applicationId: string };

export interface OwnAppeal {
  id: string;
  state: AppealState;
  decision: DecisionView;
  grounds: string[];
  decide: Deadline;
  mayWithdraw: boolean;
  steps: { move: AppealMove; at: Temporal.Instant }[];
}

export interface AppealDetail {
  id: string;
  state: AppealState;
  person: string;
  decision: DecisionView;
  applicationId: string | null;
  grounds: string[];
  /** The grounds that the handler found borne out. */
  finding: string[] | null;
  handler: string | null;
  decide: Deadline;
  proposed: AppealOutcome | null;
  steps: { move: AppealMove; at: Temporal.Instant; by: string | null; outcome: AppealOutcome | null }[];
  fileId: string | null;
  candidates: Colleague[];
  conflicts: string[];
  canBeSentBack: boolean;
  may: Record<'assign' | 'find' | 'propose' | 'second', boolean>;
}

/** What the rows of appeals tell besides themselves. */
@Injectable()
export class AppealSurroundings {
  constructor(
    readonly rules: ConductRules,
    readonly describe: DescribeCase,
  ) {}
}

/** Appeals as the person sees them, and as the body's staff do. */
@Injectable()
export class ReadAppeals {
  constructor(
    private readonly cases: OpenCase,
    private readonly appeals: AppealRepository,
    private readonly around: AppealSurroundings,
    private readonly carryOut: CarryOutAppeal,
  ) {}

  /** The acting person's decisions and appeals, newest first. */
  async own(tx: Tx): Promise<{ decisions: DecisionView[]; appeals: OwnAppeal[] }> {
    const me = personIdOf(tx.actor);
    const mine = await this.appeals.ofPerson(tx, me);
    const live = new Set(mine.filter(({ state }) => state !== 'withdrawn').map(({ decisionId }) => decisionId));
    const decisions = (await this.appeals.decisionsOf(tx, me)).filter(({ id }) => !live.has(id));
    return {
      decisions: await inTurn(decisions, (decision) => this.decision(tx, decision)),
      appeals: await inTurn(mine, (appeal) => this.ownView(tx, appeal)),
    };
  }

  /** A decision about the acting person. @throws DomainError not_found for everybody else's */
  async ownDecision(tx: Tx, named: OwnDecision): Promise<DecisionView> {
    const me = personIdOf(tx.actor);
    const found =
      'applicationId' in named
        ? await this.appeals.decisionOnApplication(tx, me, named.applicationId)
        : await this.appeals.findOwnDecision(tx, me, named.decisionId);
    if (!found) throw notFound('this decision');
    return this.decision(tx, found);
  }

  /** @throws DomainError not_found for everybody else's */
  async ownOne(tx: Tx, id: string): Promise<OwnAppeal> {
    const own = await this.appeals.findOwn(tx, personIdOf(tx.actor), id);
    if (!own) throw notFound('this appeal');
    return this.ownView(tx, own);
  }

  async desk(tx: Tx, closed: boolean): Promise<AppealDetail[]> {
    const me = personIdOf(tx.actor);
    const found = await this.appeals.desk(tx, organizationsOf(tx.actor, ...STAFF), closed);
    const others = found.filter(({ personId }) => personId !== me);
    return inTurn(others, (appeal) => this.deskView(tx, appeal));
  }

  /** @throws DomainError not_found for another body's appeal */
  async detail(tx: Tx, id: string): Promise<AppealDetail> {
    return this.deskView(tx, await this.cases.appeal(tx, id));
  }

  private async decision(tx: Tx, row: AppealableDecisionEntity): Promise<DecisionView> {
    const { body, schemeTitle, today } = await this.around.rules.of(tx, row);
    const { id, kind, decidedOn, fileBy } = row;
    return {
      id,
      kind,
      schemeTitle,
      body: { name: body.name, contactEmail: body.contactEmail, timeZone: body.timeZone },
      decidedOn,
      fileBy,
      mayAppeal: fileBy !== null && !isAfter(today, fileBy),
    };
  }

  private async ownView(tx: Tx, appeal: AppealEntity): Promise<OwnAppeal> {
    const decision = await this.appeals.decision(tx, appeal.decisionId);
    const { today, calendar } = await this.around.rules.of(tx, decision);
    const told: AppealMove[] = ['assign', 'uphold', 'overturn', 'send_back', 'withdraw'];
    const events = await this.appeals.eventsOf(tx, appeal.id);
    return {
      id: appeal.id,
      state: appeal.state,
      decision: await this.decision(tx, decision),
      grounds: appeal.grounds,
      decide: deadline(appeal.decideBy, today, calendar),
      mayWithdraw: stateAfter(appealMoves, appeal.state, 'withdraw') !== null,
      steps: events.filter(({ move }) => told.includes(move)).map(({ move, recordedAt: at }) => ({ move, at })),
    };
  }

  private async deskView(tx: Tx, appeal: AppealEntity): Promise<AppealDetail> {
    const { describe } = this.around;
    const row = await this.appeals.decision(tx, appeal.decisionId);
    const { today, calendar } = await this.around.rules.of(tx, row);
    const events = await this.appeals.eventsOf(tx, appeal.id);
    const names = await describe.names(tx, [
      appeal.personId,
      appeal.handlerId,
      ...events.map(({ actorPersonId }) => actorPersonId),
    ]);
    const me = personIdOf(tx.actor);
    const isDecider = describe.holds(tx, appeal.bodyId, 'decider');
    const asked = { id: me, deciding: true, on: today };
    const kept = isDecider ? await this.appeals.keptFrom(tx, appeal.id, asked) : [];
    const decides = isDecider && kept.length === 0;
    const possible = (move: AppealMove) => stateAfter(appealMoves, appeal.state, move) !== null;
    const isAdministrator = describe.holds(tx, appeal.bodyId, 'administrator');
    const proposal = events.findLast(({ move }) => move === 'propose');
    return {
      id: appeal.id,
      state: appeal.state,
      person: names.get(appeal.personId) ?? '',
      decision: await this.decision(tx, row),
      applicationId: row.applicationId,
      grounds: appeal.grounds,
      finding: events.findLast(({ move }) => move === 'find')?.codes ?? null,
      handler: appeal.handlerId ? (names.get(appeal.handlerId) ?? null) : null,
      decide: deadline(appeal.decideBy, today, calendar),
      proposed: appeal.state === 'proposed' ? (proposal?.outcome ?? null) : null,
      steps: events.map(({ move, recordedAt: at, actorPersonId, outcome }) => {
        return { move, at, by: names.get(actorPersonId) ?? null, outcome };
      }),
      fileId: await describe.fileFor(tx, 'appeal', appeal),
      candidates: isAdministrator && possible('assign') ? await describe.candidates(tx, appeal) : [],
      conflicts: isAppealClosed(appeal.state) ? [] : ruleWords(kept),
      canBeSentBack: await this.carryOut.canBeSentBack(tx, row),
      may: {
        assign: isAdministrator && possible('assign'),
        find: appeal.handlerId === me && possible('find'),
        propose: decides && possible('propose'),
        second: decides && possible('object') && proposal?.actorPersonId !== me,
      },
    };
  }
}

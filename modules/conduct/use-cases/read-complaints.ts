import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { inTurn } from '../../../src/kernel/in-turn.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import {
  isComplaintClosed,
  stateAfter,
  complaintMoves,
  type ComplaintMove,
  type ComplaintState,
} from '../domain/moves.js';
import { ruleWords } from '../domain/kept-apart.js';
import type { ComplaintOutcome, SanctionKind } from '../domain/words.js';
import type { ComplaintEntity, ComplaintEventEntity } from '../persistence/complaint.entity.js';
import { ComplaintRepository } from '../persistence/complaint.repository.js';
import type { SanctionEntity } from '../persistence/sanction.entity.js';
import { SanctionRepository } from '../persistence/sanction.repository.js';
import { ConductRules } from './conduct-rules.js';
import { deadline, DescribeCase, type Colleague, type Deadline } from './describe-case.js';
import { OpenCase, STAFF } from './open-case.js';

export interface ComplaintOverview {
  id: string;
  reference: string;
  state: ComplaintState;
  holder: string;
  allegations: string[];
  handler: string | null;
  acknowledge: Deadline | null;
  decide: Deadline;
  /** For the register to show what it led to; null where nothing is owed. */
  register: Deadline | null;
}

export interface ComplaintStepTaken {
  move: ComplaintMove;
  at: Temporal.Instant;
  by: string | null;
  codes: string[];
  outcome: ComplaintOutcome | null;
  dueOn: Temporal.PlainDate | null;
}

export interface ComplaintDetail extends ComplaintOverview {
  eventOn: Temporal.PlainDate;
  answerBy: Temporal.PlainDate | null;
  timeZone: string;
  schemeTitle: string;
  steps: ComplaintStepTaken[];
  sanctions: SanctionEntity[];
  /** What the rules of the scheme know. */
  outcomes: SanctionKind[];
  fileId: string | null;
  candidates: Colleague[];
  /** The rules that keep the acting decider from it, in words. */
  conflicts: string[];
  may: Record<'assign' | 'handle' | 'propose' | 'second' | 'suspendAtOnce' | 'confirm' | 'register', boolean>;
}

export interface OwnNotice {
  id: string;
  state: ComplaintState;
  body: { name: string; contactEmail: string; timeZone: string };
  schemeTitle: string;
  allegations: string[];
  noticeOn: Temporal.PlainDate | null;
  answerBy: Temporal.PlainDate | null;
  mayAnswer: boolean;
  decide: Deadline;
  decision: ComplaintEventEntity | null;
  sanctions: SanctionEntity[];
  steps: { move: ComplaintMove; at: Temporal.Instant }[];
}

/** The rows of complaints and of what they led to. */
@Injectable()
export class ComplaintRows {
  constructor(
    readonly complaints: ComplaintRepository,
    readonly sanctions: SanctionRepository,
  ) {}
}

/** Complaints as the body's staff see them, and as the holder does. */
@Injectable()
export class ReadComplaints {
  constructor(
    private readonly cases: OpenCase,
    private readonly rows: ComplaintRows,
    private readonly rules: ConductRules,
    private readonly describe: DescribeCase,
  ) {}

  /** Of the acting person's bodies, without those about themselves. */
  async desk(tx: Tx, closed: boolean): Promise<ComplaintOverview[]> {
    const me = personIdOf(tx.actor);
    const found = await this.rows.complaints.desk(tx, organizationsOf(tx.actor, ...STAFF), closed);
    const others = found.filter(({ personId }) => personId !== me);
    const names = await this.describe.names(
      tx,
      others.flatMap(({ personId, handlerId }) => [personId, handlerId]),
    );
    const owed = await this.rows.sanctions.owedAmong(
      tx,
      others.map(({ id }) => id),
    );
    return inTurn(others, (complaint) => this.overview(tx, complaint, { names, owed }));
  }

  /** @throws DomainError not_found for another body's complaint, and for one about oneself */
  async detail(tx: Tx, id: string): Promise<ComplaintDetail> {
    const complaint = await this.cases.complaint(tx, id);
    const events = await this.rows.complaints.eventsOf(tx, id);
    const sanctions = await this.rows.sanctions.ofComplaint(tx, id);
    const { today, terms, schemeTitle, calendar } = await this.rules.of(tx, complaint);
    const involved = [complaint.personId, complaint.handlerId, ...events.map(({ actorPersonId }) => actorPersonId)];
    const names = await this.describe.names(tx, involved);
    const me = personIdOf(tx.actor);
    const isDecider = this.describe.holds(tx, complaint.bodyId, 'decider');
    const asked = { id: me, deciding: true, on: today };
    const kept = isDecider ? await this.rows.complaints.keptFrom(tx, id, asked) : [];
    const owed = await this.rows.sanctions.owedAmong(tx, [id]);
    const isAdministrator = this.describe.holds(tx, complaint.bodyId, 'administrator');
    const possible = (move: ComplaintMove) => stateAfter(complaintMoves, complaint.state, move) !== null;
    const proposedBy = events.findLast(({ move }) => move === 'propose')?.actorPersonId;
    const decides = isDecider && kept.length === 0;
    const emergency = sanctions.find(
      ({ emergency: atOnce, state }) => atOnce && ['provisional', 'in_effect'].includes(state),
    );
    return {
      ...(await this.overview(tx, complaint, { names, owed })),
      eventOn: complaint.eventOn,
      answerBy: complaint.answerBy,
      timeZone: calendar.zone,
      schemeTitle,
      steps: events.map(({ move, recordedAt: at, actorPersonId, codes, outcome, dueOn }) => {
        return { move, at, by: actorPersonId ? (names.get(actorPersonId) ?? null) : null, codes, outcome, dueOn };
      }),
      sanctions,
      outcomes: [...terms.sanctions],
      fileId: await this.describe.fileFor(tx, 'complaint', complaint),
      candidates: isAdministrator && possible('assign') ? await this.describe.candidates(tx, complaint) : [],
      conflicts: isComplaintClosed(complaint.state) ? [] : ruleWords(kept),
      may: {
        assign: isAdministrator && possible('assign'),
        handle: complaint.handlerId === me && !isComplaintClosed(complaint.state),
        propose: decides && possible('propose'),
        second: decides && possible('object') && proposedBy !== me,
        suspendAtOnce: decides && !isComplaintClosed(complaint.state) && !emergency,
        register: owed.has(id) && this.describe.holds(tx, complaint.bodyId, 'registrar'),
        confirm: decides && emergency?.state === 'provisional' && emergency.decidedBy !== me,
      },
    };
  }

  /** Complaints about the acting person that they have notice of. */
  async own(tx: Tx): Promise<OwnNotice[]> {
    const found = await this.rows.complaints.ofHolder(tx, personIdOf(tx.actor));
    return inTurn(found, (complaint) => this.notice(tx, complaint));
  }

  /** @throws DomainError not_found before there is notice, and for everybody else */
  async ownOne(tx: Tx, id: string): Promise<OwnNotice> {
    const complaint = await this.rows.complaints.findOwn(tx, personIdOf(tx.actor), id);
    if (!complaint) throw notFound('this notice');
    return this.notice(tx, complaint);
  }

  private async notice(tx: Tx, complaint: ComplaintEntity): Promise<OwnNotice> {
    const events = await this.rows.complaints.eventsOf(tx, complaint.id);
    const { body, today, calendar, schemeTitle } = await this.rules.of(tx, complaint);
    const { id, state, allegations, answerBy } = complaint;
    const told: ComplaintMove[] = ['give_notice', 'answer', 'close_answers', 'extend', 'dismiss', 'sanction', 'reopen'];
    return {
      id,
      state,
      body: { name: body.name, contactEmail: body.contactEmail, timeZone: body.timeZone },
      schemeTitle,
      allegations,
      noticeOn: events.find(({ move }) => move === 'give_notice')?.happenedOn ?? null,
      answerBy,
      mayAnswer: state === 'notice_given' && answerBy !== null && !deadline(answerBy, today, calendar).isOver,
      decide: deadline(complaint.decideBy, today, calendar),
      decision: isComplaintClosed(state)
        ? (events.findLast(({ move }) => move === 'dismiss' || move === 'sanction') ?? null)
        : null,
      sanctions: await this.rows.sanctions.ofComplaint(tx, id),
      steps: events.filter(({ move }) => told.includes(move)).map(({ move, recordedAt: at }) => ({ move, at })),
    };
  }

  private async overview(
    tx: Tx,
    complaint: ComplaintEntity,
    { names, owed }: { names: ReadonlyMap<string, string>; owed: ReadonlyMap<string, Temporal.PlainDate> },
  ): Promise<ComplaintOverview> {
    const { id, reference, state, personId, allegations, handlerId } = complaint;
    const { today, calendar } = await this.rules.of(tx, complaint);
    const registerBy = owed.get(id);
    return {
      id,
      reference,
      state,
      holder: names.get(personId) ?? '',
      allegations,
      handler: handlerId ? (names.get(handlerId) ?? null) : null,
      acknowledge: state === 'received' ? deadline(complaint.acknowledgeBy, today, calendar) : null,
      decide: deadline(complaint.decideBy, today, calendar),
      register: registerBy ? deadline(registerBy, today, calendar) : null,
    };
  }
}

import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Accommodation } from '../domain/of-quizzes.js';
import {
  sittingMoves,
  type OutageReason,
  type SittingMove,
  type SittingState,
  type VoidReason,
} from '../domain/sitting-state.js';

export interface Sitting {
  id: string;
  bodyId: string;
  personId: string;
  examId: string;
  formId: string;
  applicationId: string;
  authorisationId: string;
  state: SittingState;
  startedAt: Temporal.Instant;
  minutesAllowed: number;
  outageMinutes: number;
  deadlineAt: Temporal.Instant;
  accommodations: Accommodation;
  closedAt: Temporal.Instant | null;
  /** Latest end of the break that was begun last; null where it was ended. */
  breakUntil: Temporal.Instant | null;
  /** For how long the clock stood still in all, a break under way counted to its latest end. */
  breakSeconds: number;
}

export type NewSitting = Omit<Sitting, 'state' | 'outageMinutes' | 'closedAt' | 'breakUntil' | 'breakSeconds'> & {
  identityTextId: string;
  nondisclosureTextId: string;
  /** By which they were let into a room; null where the exam is sat alone. */
  checkInId: string | null;
};

export interface SittingResult {
  sittingId: string;
  bodyId: string;
  personId: string;
  earnedParts: number;
  possibleParts: number;
  scaledScore: number;
  passed: boolean;
  domains: Record<string, number>;
  examResultId: string;
  factId: string;
}

/** The result that holds; `rescored` when it is not the first. */
export type HeldResult = Pick<SittingResult, 'scaledScore' | 'passed' | 'domains'> & { rescored: boolean };

/** A sitting as a proctor sees it: who, how long, when last saved; never what. */
export interface SittingInRoom {
  id: string;
  personId: string;
  /** Where it is sat; null where it is sat alone. */
  roomId: string | null;
  place: string | null;
  state: SittingState;
  startedAt: Temporal.Instant;
  deadlineAt: Temporal.Instant;
  outageMinutes: number;
  accommodations: Accommodation;
  breakUntil: Temporal.Instant | null;
  answered: number;
  questions: number;
  lastSavedAt: Temporal.Instant | null;
  /** When its page last said that it is there; null where it never did. */
  heardAt: Temporal.Instant | null;
  /** Answers that came after the end. */
  late: number;
  /** Somebody proposed that it does not count, and nobody has settled it. */
  voidWaits: boolean;
}

const COLUMNS = `id, body_id as "bodyId", person_id as "personId", exam_id as "examId", form_id as "formId",
  application_id as "applicationId", authorisation_id as "authorisationId", state, started_at as "startedAt",
  minutes_allowed as "minutesAllowed", outage_minutes as "outageMinutes", deadline_at as "deadlineAt", accommodations,
  closed_at as "closedAt", break_until as "breakUntil", break_seconds as "breakSeconds"`;

const IN_ROOM = `select s.id, s.person_id as "personId", r.id as "roomId", r.place, s.state, s.started_at as "startedAt", s.deadline_at as "deadlineAt",
       s.outage_minutes as "outageMinutes", s.accommodations, s.break_until as "breakUntil", a.answered::int as answered, a."lastSavedAt",
       (select count(*)::int from exam_form_item i where i.form_id = s.form_id) as questions,
       (select c.heard_at from sitting_contact c where c.sitting_id = s.id) as "heardAt",
       (select coalesce(sum(l.answers), 0)::int from sitting_late_answer l where l.sitting_id = s.id) as late,
       exists (select from sitting_void_proposal p where p.sitting_id = s.id and p.outcome is null) as "voidWaits"
     from sitting s
     left join exam_check_in ci on ci.id = s.check_in_id left join exam_room r on r.id = ci.room_id
     left join lateral (select count(*) as answered, max(saved_at) as "lastSavedAt"
       from sitting_answer a where a.sitting_id = s.id) a on true`;

/** Sittings, what happened to them, and what came of them. */
@Injectable()
export class SittingRepository {
  /** @returns false where the person has an open sitting of that exam */
  async open(tx: Tx, one: NewSitting): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(
      `insert into sitting (id, body_id, person_id, exam_id, form_id, application_id, authorisation_id, started_at,
         minutes_allowed, deadline_at, accommodations, identity_text_id, nondisclosure_text_id, check_in_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $8) on conflict do nothing returning id`,
      [
        one.id,
        one.bodyId,
        one.personId,
        one.examId,
        one.formId,
        one.applicationId,
        one.authorisationId,
        one.startedAt.toString(),
        one.minutesAllowed,
        one.deadlineAt.toString(),
        JSON.stringify(one.accommodations),
        one.identityTextId,
        one.nondisclosureTextId,
        one.checkInId,
      ],
    );
    return rows.length > 0;
  }

  async findOwn(tx: Tx, personId: string, id: string): Promise<Sitting | null> {
    return this.one(tx, 'id = $1 and person_id = $2', [id, personId]);
  }

  async at(tx: Tx, bodyIds: readonly string[], id: string): Promise<Sitting | null> {
    return this.one(tx, 'id = $1 and body_id = any($2)', [id, [...bodyIds]]);
  }

  async openOf(tx: Tx, personId: string, applicationId: string): Promise<Sitting | null> {
    return this.one(tx, `person_id = $1 and application_id = $2 and state = 'open'`, [personId, applicationId]);
  }

  /** Newest first. */
  async ofPerson(tx: Tx, personId: string): Promise<Sitting[]> {
    return tx.manager.query(`select ${COLUMNS} from sitting where person_id = $1 order by started_at desc`, [personId]);
  }

  /** Waits for answers in flight, and keeps others from closing it too. */
  async lock(tx: Tx, id: string): Promise<Sitting | null> {
    const [row]: Sitting[] = await tx.manager.query(`select ${COLUMNS} from sitting where id = $1 for update`, [id]);
    return row ?? null;
  }

  async move(
    tx: Tx,
    { id, bodyId, state }: Pick<Sitting, 'id' | 'bodyId' | 'state'>,
    step: { eventId: string; move: SittingMove; at: Temporal.Instant; by: string | null; reason?: VoidReason },
  ): Promise<void> {
    const { to } = sittingMoves[step.move];
    await tx.manager.query(
      `insert into sitting_event (id, body_id, sitting_id, move, from_state, to_state, reason, actor_id, happened_at, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        step.eventId,
        bodyId,
        id,
        step.move,
        state,
        to,
        step.reason ?? null,
        step.by,
        step.at.toString(),
        tx.now.toString(),
      ],
    );
  }

  async giveBack(
    tx: Tx,
    { id, bodyId }: Pick<Sitting, 'id' | 'bodyId'>,
    given: { outageId: string; minutes: number; reason: OutageReason; by: string },
  ): Promise<void> {
    await tx.manager.query(
      `insert into sitting_outage (id, body_id, sitting_id, minutes, reason, given_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [given.outageId, bodyId, id, given.minutes, given.reason, given.by, tx.now.toString()],
    );
  }

  async addResult(tx: Tx, result: SittingResult): Promise<void> {
    await tx.manager.query(
      `insert into sitting_result (sitting_id, body_id, person_id, earned_parts, possible_parts, scaled_score, passed,
         domains, exam_result_id, fact_id, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        result.sittingId,
        result.bodyId,
        result.personId,
        result.earnedParts,
        result.possibleParts,
        result.scaledScore,
        result.passed,
        JSON.stringify(result.domains),
        result.examResultId,
        result.factId,
        tx.now.toString(),
      ],
    );
  }

  async resultOf(tx: Tx, sittingId: string): Promise<HeldResult | null> {
    const [row]: HeldResult[] = await tx.manager.query(
      'select scaled_score as "scaledScore", passed, domains, number > 1 as rescored from current_result($1)',
      [sittingId],
    );
    return row ?? null;
  }

  /** Open sittings of an exam, newest first; no answer is read. */
  async inRoom(tx: Tx, examId: string): Promise<SittingInRoom[]> {
    return tx.manager.query(
      `${IN_ROOM} where s.exam_id = $1 and s.state = 'open' order by s.started_at desc, s.id desc`,
      [examId],
    );
  }

  /** By whose authorisation this exam was sat or is being sat, whatever does not count left out. */
  async authorisationsSat(tx: Tx, examId: string): Promise<Set<string>> {
    const rows: { id: string }[] = await tx.manager.query(
      `select distinct authorisation_id as id from sitting where exam_id = $1 and state <> 'voided'`,
      [examId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** That were begun in a room, open or over. */
  async begunIn(tx: Tx, roomId: string): Promise<SittingInRoom[]> {
    return tx.manager.query(`${IN_ROOM} where ci.room_id = $1 order by s.started_at, s.id`, [roomId]);
  }

  /** Of an exam, over, about which somebody else has to say whether they count. Oldest proposal first. */
  async waitingForSecond(tx: Tx, examId: string): Promise<SittingInRoom[]> {
    return tx.manager.query(
      `${IN_ROOM} join sitting_void_proposal w on w.sitting_id = s.id and w.outcome is null
       where s.exam_id = $1 order by w.proposed_at, s.id`,
      [examId],
    );
  }

  async oneInRoom(tx: Tx, examId: string, id: string): Promise<SittingInRoom | null> {
    const [row]: SittingInRoom[] = await tx.manager.query(`${IN_ROOM} where s.exam_id = $1 and s.id = $2`, [
      examId,
      id,
    ]);
    return row ?? null;
  }

  /** Those that are over, newest first. @param after `started_at` and id that the page before ended with */
  async leftRoom(
    tx: Tx,
    examId: string,
    { after, limit }: { after: string[] | null; limit: number },
  ): Promise<SittingInRoom[]> {
    return tx.manager.query(
      `${IN_ROOM} where s.exam_id = $1 and s.state <> 'open'
         and ($2::timestamptz is null or (s.started_at, s.id) < ($2, $3::uuid))
       order by s.started_at desc, s.id desc limit $4`,
      [examId, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  private async one(tx: Tx, where: string, values: unknown[]): Promise<Sitting | null> {
    const [row]: Sitting[] = await tx.manager.query(`select ${COLUMNS} from sitting where ${where}`, values);
    return row ?? null;
  }
}

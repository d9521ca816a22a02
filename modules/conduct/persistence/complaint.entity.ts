import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';
import type { ComplaintMove, ComplaintState } from '../domain/moves.js';
import type { ComplaintOutcome } from '../domain/words.js';

/** A complaint about a holder: codes and days. What was told is in the sealed case file. */
@Entity('complaint')
export class ComplaintEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  /** The holder. */
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'credential_id', type: 'uuid' })
  credentialId: string;

  @Column({ name: 'scheme_version_id', type: 'text' })
  schemeVersionId: string;

  @Column({ type: 'text' })
  reference: string;

  @Column({ type: 'text', array: true })
  allegations: string[];

  @PlainDateColumn({ name: 'event_on' })
  eventOn: Temporal.PlainDate;

  @PlainDateColumn({ name: 'acknowledge_by' })
  acknowledgeBy: Temporal.PlainDate;

  @PlainDateColumn({ name: 'decide_by' })
  decideBy: Temporal.PlainDate;

  /** The last day for the holder's answer, once they have notice. */
  @PlainDateColumn({ name: 'answer_by', nullable: true })
  answerBy: Temporal.PlainDate | null;

  @Column({ name: 'handler_id', type: 'uuid', nullable: true })
  handlerId: string | null;

  /** Written by the database from the newest event, by nothing else. */
  @Column({ type: 'text', update: false })
  state: ComplaintState;

  @InstantColumn({ name: 'state_since', update: false })
  stateSince: Temporal.Instant;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

/** Where the reporter is written to; shown on no page. */
@Entity('complaint_reporter')
export class ComplaintReporterEntity {
  @PrimaryColumn({ name: 'complaint_id', type: 'uuid' })
  complaintId: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId: string | null;

  @Column({ type: 'text', nullable: true })
  email: string | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

/** One step of a complaint: append-only. */
@Entity('complaint_event')
export class ComplaintEventEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'complaint_id', type: 'uuid' })
  complaintId: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  move: ComplaintMove;

  @Column({ name: 'from_state', type: 'text' })
  fromState: ComplaintState;

  @Column({ name: 'to_state', type: 'text' })
  toState: ComplaintState;

  /** Null where time did it. */
  @Column({ name: 'actor_person_id', type: 'uuid', nullable: true })
  actorPersonId: string | null;

  @Column({ name: 'assignee_id', type: 'uuid', nullable: true })
  assigneeId: string | null;

  @Column({ type: 'text', nullable: true })
  outcome: ComplaintOutcome | null;

  @Column({ type: 'text', array: true })
  codes: string[];

  @PlainDateColumn({ name: 'due_on', nullable: true })
  dueOn: Temporal.PlainDate | null;

  @PlainDateColumn({ name: 'happened_on' })
  happenedOn: Temporal.PlainDate;

  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Temporal.Instant;
}

import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';
import type { ClockRule, StandstillReason } from '../domain/application-clock.js';
import type { Route } from '../domain/application-scope.js';
import type { ApplicationMove, ApplicationState } from '../domain/application-state.js';

/** One request of a person to be certified under one scheme version, the version it began under. */
@Entity('application')
export class ApplicationEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'scheme_code', type: 'text' })
  schemeCode: string;

  @Column({ name: 'scheme_version_id', type: 'text' })
  schemeVersionId: string;

  /** The stage that is asked for; null is the first of the scheme. */
  @Column({ type: 'text', nullable: true, update: false })
  stage: string | null;

  @Column({ type: 'text', update: false })
  route: Route;

  @Column({ type: 'text', array: true, update: false })
  endorsements: string[];

  /** Written by the database from the newest event, by nothing else. */
  @Column({ type: 'text', update: false })
  state: ApplicationState;

  @InstantColumn({ name: 'state_since', update: false })
  stateSince: Temporal.Instant;

  @PlainDateColumn({ name: 'begun_on' })
  begunOn: Temporal.PlainDate;

  @InstantColumn({ name: 'submitted_at', nullable: true, update: false })
  submittedAt: Temporal.Instant | null;

  /** The day after which it closes by itself while it is the person's turn; null where the scheme sets no limit. */
  @PlainDateColumn({ name: 'closes_on', nullable: true })
  closesOn: Temporal.PlainDate | null;

  @Column({ name: 'claimed_by', type: 'uuid', nullable: true })
  claimedBy: string | null;

  @InstantColumn({ name: 'claimed_at', nullable: true })
  claimedAt: Temporal.Instant | null;

  /** The time limit that ends first, as last looked at; see domain/application-clock.ts. Null where none is promised. */
  @Column({ name: 'due_rule', type: 'text', nullable: true })
  dueRule: ClockRule | null;

  /** The last day within it; while it stands still, as if it had gone on then. */
  @PlainDateColumn({ name: 'due_on', nullable: true })
  dueOn: Temporal.PlainDate | null;

  /** The first instant that is too late; null while it stands still. */
  @InstantColumn({ name: 'due_at', nullable: true })
  dueAt: Temporal.Instant | null;

  @InstantColumn({ name: 'paused_since', nullable: true })
  pausedSince: Temporal.Instant | null;

  @Column({ name: 'pause_reason', type: 'text', nullable: true })
  pauseReason: StandstillReason | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

/** One step of an application: append-only. */
@Entity('application_event')
export class ApplicationEventEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'application_id', type: 'uuid' })
  applicationId: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  move: ApplicationMove;

  @Column({ name: 'from_state', type: 'text' })
  fromState: ApplicationState;

  @Column({ name: 'to_state', type: 'text' })
  toState: ApplicationState;

  /** Null where the system moved it (time ran out). */
  @Column({ name: 'actor_person_id', type: 'uuid', nullable: true })
  actorPersonId: string | null;

  @Column({ name: 'reason_codes', type: 'text', array: true })
  reasonCodes: string[];

  /** What the body says to the person; it is in the letter and on the application's page. */
  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ type: 'jsonb', nullable: true })
  eligibility: unknown;

  @Column({ name: 'eligibility_hash', type: 'text', nullable: true })
  eligibilityHash: string | null;

  @PlainDateColumn({ name: 'happened_on' })
  happenedOn: Temporal.PlainDate;

  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Temporal.Instant;
}

/** One score report of an exam centre, as recorded: append-only, put right by a row that corrects it. */
@Entity('exam_result')
export class ExamResultEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'application_id', type: 'uuid' })
  applicationId: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @PlainDateColumn({ name: 'sat_on' })
  satOn: Temporal.PlainDate;

  @Column({ type: 'integer' })
  score: number;

  @Column({ type: 'boolean' })
  passed: boolean;

  @Column({ type: 'jsonb' })
  domains: Record<string, number>;

  @Column({ type: 'text' })
  centre: string;

  @Column({ name: 'report_reference', type: 'text' })
  reportReference: string;

  @Column({ name: 'fact_id', type: 'uuid' })
  factId: string;

  @Column({ type: 'uuid', nullable: true })
  corrects: string | null;

  /** Null where the product scored the exam. */
  @Column({ name: 'recorded_by', type: 'uuid', nullable: true })
  recordedBy: string | null;

  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Temporal.Instant;
}

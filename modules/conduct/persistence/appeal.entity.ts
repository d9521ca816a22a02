import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';
import type { AppealMove, AppealState } from '../domain/moves.js';
import type { AppealOutcome, DecisionKind } from '../domain/words.js';

/** A decision that the person concerned may appeal: append-only. */
@Entity('appealable_decision')
export class AppealableDecisionEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  kind: DecisionKind;

  @Column({ name: 'scheme_version_id', type: 'text' })
  schemeVersionId: string;

  @Column({ name: 'application_id', type: 'uuid', nullable: true })
  applicationId: string | null;

  /** The step that decided the application. */
  @Column({ name: 'decision_id', type: 'uuid', nullable: true })
  decisionId: string | null;

  /** The line of the register, where no complaint led to it. */
  @Column({ name: 'credential_event_id', type: 'uuid', nullable: true })
  credentialEventId: string | null;

  @Column({ name: 'sanction_id', type: 'uuid', nullable: true })
  sanctionId: string | null;

  /** The step that denied a renewal. */
  @Column({ name: 'renewal_step_id', type: 'uuid', nullable: true })
  renewalStepId: string | null;

  @PlainDateColumn({ name: 'decided_on' })
  decidedOn: Temporal.PlainDate;

  /** Null where the scheme allows no appeal of it. */
  @PlainDateColumn({ name: 'file_by', nullable: true })
  fileBy: Temporal.PlainDate | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

/** An appeal: codes and days. What the person writes is in the sealed case file. */
@Entity('appeal')
export class AppealEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'decision_id', type: 'uuid' })
  decisionId: string;

  @Column({ type: 'text', array: true })
  grounds: string[];

  @PlainDateColumn({ name: 'decide_by' })
  decideBy: Temporal.PlainDate;

  @Column({ name: 'handler_id', type: 'uuid', nullable: true })
  handlerId: string | null;

  /** Written by the database from the newest event, by nothing else. */
  @Column({ type: 'text', update: false })
  state: AppealState;

  @InstantColumn({ name: 'state_since', update: false })
  stateSince: Temporal.Instant;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

/** One step of an appeal: append-only. */
@Entity('appeal_event')
export class AppealEventEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'appeal_id', type: 'uuid' })
  appealId: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  move: AppealMove;

  @Column({ name: 'from_state', type: 'text' })
  fromState: AppealState;

  @Column({ name: 'to_state', type: 'text' })
  toState: AppealState;

  @Column({ name: 'actor_person_id', type: 'uuid' })
  actorPersonId: string;

  @Column({ name: 'assignee_id', type: 'uuid', nullable: true })
  assigneeId: string | null;

  @Column({ type: 'text', nullable: true })
  outcome: AppealOutcome | null;

  @Column({ type: 'text', array: true })
  codes: string[];

  @PlainDateColumn({ name: 'happened_on' })
  happenedOn: Temporal.PlainDate;

  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Temporal.Instant;
}

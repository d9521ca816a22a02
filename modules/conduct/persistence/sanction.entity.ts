import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';
import type { SanctionMove, SanctionState } from '../domain/moves.js';
import type { SanctionKind } from '../domain/words.js';

/** What a complaint leads to for the holder, from the decision to its line in the register. */
@Entity('sanction')
export class SanctionEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'complaint_id', type: 'uuid' })
  complaintId: string;

  @Column({ name: 'credential_id', type: 'uuid' })
  credentialId: string;

  @Column({ type: 'text' })
  kind: SanctionKind;

  @Column({ type: 'boolean' })
  emergency: boolean;

  @Column({ name: 'reason_code', type: 'text' })
  reasonCode: string;

  @Column({ name: 'decided_by', type: 'uuid' })
  decidedBy: string;

  @PlainDateColumn({ name: 'decided_on' })
  decidedOn: Temporal.PlainDate;

  @PlainDateColumn({ name: 'effective_on' })
  effectiveOn: Temporal.PlainDate;

  /** Of an emergency: the last day for another person to confirm it. */
  @PlainDateColumn({ name: 'confirm_by', nullable: true })
  confirmBy: Temporal.PlainDate | null;

  /** The last day for the register to show it; null until its own day has come. */
  @PlainDateColumn({ name: 'register_by', nullable: true })
  registerBy: Temporal.PlainDate | null;

  @Column({ name: 'register_event_id', type: 'uuid', nullable: true })
  registerEventId: string | null;

  /** Written by the database from the newest event, by nothing else. */
  @Column({ type: 'text', update: false })
  state: SanctionState;

  @InstantColumn({ name: 'state_since', update: false })
  stateSince: Temporal.Instant;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

/** One step of a sanction: append-only. */
@Entity('sanction_event')
export class SanctionEventEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'sanction_id', type: 'uuid' })
  sanctionId: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  move: SanctionMove;

  @Column({ name: 'from_state', type: 'text' })
  fromState: SanctionState;

  @Column({ name: 'to_state', type: 'text' })
  toState: SanctionState;

  @Column({ name: 'actor_person_id', type: 'uuid', nullable: true })
  actorPersonId: string | null;

  @PlainDateColumn({ name: 'happened_on' })
  happenedOn: Temporal.PlainDate;

  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Temporal.Instant;
}

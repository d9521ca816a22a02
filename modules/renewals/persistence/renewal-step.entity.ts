import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';
import type { RenewalMove, RenewalState } from '../domain/renewal-state.js';

/** What happened to a renewal after it was sent. The database moves the renewal to `toState` as this is written. */
@Entity('renewal_step')
export class RenewalStepEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'renewal_id', type: 'uuid' })
  renewalId: string;

  /** The holder. */
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  move: RenewalMove;

  @Column({ name: 'from_state', type: 'text' })
  fromState: RenewalState;

  @Column({ name: 'to_state', type: 'text' })
  toState: RenewalState;

  @Column({ name: 'actor_person_id', type: 'uuid' })
  actorPersonId: string;

  /** The registrar's note on returning, or the holder's answer. */
  @Column({ type: 'text', nullable: true })
  note: string | null;

  /** Of a denial and its proposal: codes. */
  @Column({ type: 'text', array: true })
  reasons: string[];

  /** Of a denial and its proposal: each clause with its outcome, as it was told. */
  @Column({ type: 'text', array: true })
  clauses: string[];

  /** Of a denial and its proposal: the rules it was decided by. */
  @Column({ name: 'scheme_version_id', type: 'text', nullable: true })
  schemeVersionId: string | null;

  /** The day in the body's zone, where the step rests on it. */
  @PlainDateColumn({ name: 'on_day', nullable: true })
  onDay: Temporal.PlainDate | null;

  /** Of one that is sent anew: whether it is late. */
  @Column({ type: 'boolean', nullable: true })
  late: boolean | null;

  /** Of a confirmation: last valid day of the new term. */
  @PlainDateColumn({ name: 'new_expires_on', nullable: true })
  newExpiresOn: Temporal.PlainDate | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

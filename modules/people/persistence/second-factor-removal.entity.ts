import type { Temporal } from 'temporal-polyfill';
import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';

/** Append-only: an administrator made sure who a person is, so that a lost second factor goes. A second one's row confirms the first's. */
@Entity('second_factor_removal')
export class SecondFactorRemovalEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'second_factor_id', type: 'uuid' })
  secondFactorId: string;

  @Column({ name: 'handled_by', type: 'uuid' })
  handledBy: string;

  /** A code of domain/identity-checks.ts. */
  @Column({ name: 'identity_check', type: 'text' })
  identityCheck: string;

  /** Nothing happens before another administrator confirmed it. */
  @Column({ name: 'needs_confirmation', type: 'boolean' })
  needsConfirmation: boolean;

  /** The row that this one confirms, and whose it is: never the same administrator's. */
  @Column({ type: 'uuid', nullable: true })
  confirms: string | null;

  @Column({ name: 'asked_by', type: 'uuid', nullable: true })
  askedBy: string | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

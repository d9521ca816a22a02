import type { Temporal } from 'temporal-polyfill';
import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';

@Entity('second_factor')
export class SecondFactorEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  kind: 'totp';

  /** Opens with SecretBox and the row's id as owner. */
  @Column({ name: 'secret_sealed', type: 'bytea' })
  secretSealed: Buffer;

  @InstantColumn({ name: 'confirmed_at', nullable: true })
  confirmedAt: Temporal.Instant | null;

  /** The step of the last accepted code: it and older ones never count again. */
  @Column({ name: 'last_used_step', type: 'bigint', nullable: true })
  lastUsedStep: number | null;

  @InstantColumn({ name: 'ended_at', nullable: true })
  endedAt: Temporal.Instant | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

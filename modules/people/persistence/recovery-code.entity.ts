import type { Temporal } from 'temporal-polyfill';
import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';

@Entity('recovery_code')
export class RecoveryCodeEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'second_factor_id', type: 'uuid' })
  secondFactorId: string;

  @Column({ name: 'code_hash', type: 'bytea' })
  codeHash: Buffer;

  @InstantColumn({ name: 'used_at', nullable: true })
  usedAt: Temporal.Instant | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

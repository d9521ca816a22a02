import type { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../src/platform/database/columns.js';

@Entity('account')
export class AccountEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId: string;

  /** Argon2id in PHC form; null until the person has chosen a password. */
  @Column({ name: 'password_hash', type: 'text', nullable: true })
  passwordHash: string | null;

  @InstantColumn({ name: 'password_set_at', nullable: true })
  passwordSetAt: Temporal.Instant | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

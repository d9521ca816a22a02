import type { Temporal } from 'temporal-polyfill';
import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';

@Entity('contact')
export class ContactEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  kind: 'email';

  @Column({ type: 'text' })
  address: string;

  /** The same mailbox always has the same key; see domain/email-address.ts. */
  @Column({ name: 'address_key', type: 'text' })
  addressKey: string;

  @Column({ name: 'is_primary', type: 'boolean' })
  isPrimary: boolean;

  @InstantColumn({ name: 'verified_at', nullable: true })
  verifiedAt: Temporal.Instant | null;

  @InstantColumn({ name: 'ended_at', nullable: true })
  endedAt: Temporal.Instant | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

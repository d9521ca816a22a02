import type { Temporal } from 'temporal-polyfill';
import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';

/** `half`: the password was right, the code of the second factor is awaited; opens nothing else. */
export type SessionKind = 'page' | 'api' | 'half';
export type Assurance = 'password' | 'two-factor';

@Entity('session')
export class SessionEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  kind: SessionKind;

  @Column({ name: 'token_hash', type: 'bytea' })
  tokenHash: Buffer;

  @Column({ type: 'text' })
  assurance: Assurance;

  /** "Firefox on Linux": enough to recognise one's own, no more. */
  @Column({ type: 'text' })
  device: string;

  /** When the person last proved who they are. */
  @InstantColumn({ name: 'confirmed_at' })
  confirmedAt: Temporal.Instant;

  @InstantColumn({ name: 'last_seen_at' })
  lastSeenAt: Temporal.Instant;

  @InstantColumn({ name: 'ended_at', nullable: true })
  endedAt: Temporal.Instant | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

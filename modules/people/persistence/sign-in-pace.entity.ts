import type { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../src/platform/database/columns.js';

/** Wrong tries in a row, by address and source. Addresses nobody has an account for are counted the same way. */
@Entity('sign_in_pace')
export class SignInPaceEntity {
  @PrimaryColumn({ name: 'address_hash', type: 'bytea' })
  addressHash: Buffer;

  @PrimaryColumn({ type: 'text' })
  source: string;

  @Column({ name: 'wrong_count', type: 'integer' })
  wrongCount: number;

  @InstantColumn({ name: 'last_wrong_at' })
  lastWrongAt: Temporal.Instant;
}

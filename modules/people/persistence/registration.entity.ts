import type { Temporal } from 'temporal-polyfill';
import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';

@Entity('registration')
export class RegistrationEntity {
  @IdColumn()
  id: string;

  @Column({ type: 'text' })
  email: string;

  @Column({ name: 'email_key', type: 'text' })
  emailKey: string;

  @Column({ name: 'legal_name', type: 'text' })
  legalName: string;

  @Column({ name: 'chosen_name', type: 'text', nullable: true })
  chosenName: string | null;

  @Column({ name: 'name_language', type: 'text', nullable: true })
  nameLanguage: string | null;

  /** The language that letters are written in from the first on. */
  @Column({ name: 'letter_language', type: 'text' })
  letterLanguage: string;

  @Column({ name: 'password_hash', type: 'text' })
  passwordHash: string;

  @Column({ name: 'token_hash', type: 'bytea' })
  tokenHash: Buffer;

  @InstantColumn({ name: 'expires_at' })
  expiresAt: Temporal.Instant;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';

/** A link that was mailed to a supervisor; the token itself is in the letter only. */
@Entity('practice_sign_off_link')
export class PracticeSignOffLinkEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'sign_off_id', type: 'uuid' })
  signOffId: string;

  @Column({ name: 'token_hash', type: 'bytea' })
  tokenHash: Buffer;

  @InstantColumn({ name: 'expires_at' })
  expiresAt: Temporal.Instant;

  @InstantColumn({ name: 'ended_at', nullable: true })
  endedAt: Temporal.Instant | null;

  @Column({ name: 'ended_by', type: 'text', nullable: true })
  endedBy: 'newer_link' | 'revoked' | 'answered' | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

/** A six-digit code, bound to one link and to the content that its page showed. */
@Entity('practice_sign_off_code')
export class PracticeSignOffCodeEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'link_id', type: 'uuid' })
  linkId: string;

  @Column({ name: 'content_hash', type: 'text' })
  contentHash: string;

  @Column({ name: 'code_hash', type: 'bytea' })
  codeHash: Buffer;

  @InstantColumn({ name: 'expires_at' })
  expiresAt: Temporal.Instant;

  @Column({ type: 'integer' })
  tries: number;

  @InstantColumn({ name: 'used_at', nullable: true })
  usedAt: Temporal.Instant | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

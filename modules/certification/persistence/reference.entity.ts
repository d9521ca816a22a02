import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';
import type { ReferenceState } from '../domain/reference-state.js';

/** One request to one referee. What they wrote is in the sealed case file. */
@Entity('reference_request')
export class ReferenceRequestEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'application_id', type: 'uuid' })
  applicationId: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  /** Type of document, as the scheme names it. */
  @Column({ type: 'text' })
  code: string;

  @Column({ name: 'referee_name', type: 'text' })
  refereeName: string;

  @Column({ name: 'referee_email', type: 'text' })
  refereeEmail: string;

  @Column({ type: 'text' })
  state: ReferenceState;

  @InstantColumn({ name: 'asked_at' })
  askedAt: Temporal.Instant;

  @InstantColumn({ name: 'reminded_at', nullable: true })
  remindedAt: Temporal.Instant | null;

  @InstantColumn({ name: 'received_at', nullable: true })
  receivedAt: Temporal.Instant | null;

  @InstantColumn({ name: 'closed_at', nullable: true })
  closedAt: Temporal.Instant | null;

  @Column({ name: 'closed_by', type: 'uuid', nullable: true })
  closedBy: string | null;

  @Column({ name: 'case_file_id', type: 'uuid', nullable: true })
  caseFileId: string | null;

  @Column({ name: 'fact_id', type: 'uuid', nullable: true })
  factId: string | null;
}

/** A link that was mailed to a referee; the token itself is in the letter only. */
@Entity('reference_link')
export class ReferenceLinkEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'request_id', type: 'uuid' })
  requestId: string;

  @Column({ name: 'token_hash', type: 'bytea' })
  tokenHash: Buffer;

  @InstantColumn({ name: 'expires_at' })
  expiresAt: Temporal.Instant;

  @InstantColumn({ name: 'ended_at', nullable: true })
  endedAt: Temporal.Instant | null;

  @Column({ name: 'ended_by', type: 'text', nullable: true })
  endedBy: 'newer_link' | 'withdrawn' | 'answered' | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

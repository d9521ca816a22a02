import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';

export type IssuanceState = 'pending' | 'held' | 'stored' | 'replaced';

/** The intent to make one document and what became of it. What is on the document is frozen from the first moment. */
@Entity('credential_issuance')
export class IssuanceEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'credential_id', type: 'uuid' })
  credentialId: string;

  /** The line of the register that the document states. */
  @Column({ name: 'event_id', type: 'uuid' })
  eventId: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  number: string;

  @Column({ type: 'integer' })
  edition: number;

  @Column({ name: 'scheme_version_id', type: 'text' })
  schemeVersionId: string;

  @Column({ name: 'template_id', type: 'text' })
  templateId: string;

  /** Canonical JSON of everything but the template. */
  @Column({ type: 'text' })
  payload: string;

  @Column({ name: 'payload_hash', type: 'text' })
  payloadHash: string;

  @Column({ type: 'text' })
  state: IssuanceState;

  @Column({ name: 'held_reason', type: 'text', nullable: true })
  heldReason: string | null;

  @Column({ name: 'held_characters', type: 'text', array: true, nullable: true })
  heldCharacters: string[] | null;

  @InstantColumn({ name: 'held_at', nullable: true })
  heldAt: Temporal.Instant | null;

  @Column({ name: 'document_sha256', type: 'text', nullable: true })
  documentSha256: string | null;

  @Column({ name: 'document_size', type: 'integer', nullable: true })
  documentSize: number | null;

  @InstantColumn({ name: 'stored_at', nullable: true })
  storedAt: Temporal.Instant | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

/** A template's text as documents were made from it. */
@Entity('certificate_template')
export class CertificateTemplateEntity {
  /** SHA-256 of the source. */
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  source: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

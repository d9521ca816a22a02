import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';

/** The number of what somebody finished. Never changed. */
@Entity('completion_certificate')
export class CompletionCertificateEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'enrolment_id', type: 'uuid' })
  enrolmentId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  number: string;

  /** In the QR code. */
  @Column({ name: 'verification_token', type: 'text' })
  verificationToken: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

export type CompletionDocumentState = 'pending' | 'held' | 'stored' | 'replaced';

/** The intent to make one document and what became of it. What is on it is frozen from the first moment. */
@Entity('completion_document')
export class CompletionDocumentEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'certificate_id', type: 'uuid' })
  certificateId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  /** Who settles how a name is printed; null where it is the operator. */
  @Column({ name: 'organization_id', type: 'uuid', nullable: true })
  organizationId: string | null;

  @Column({ type: 'integer' })
  edition: number;

  @Column({ name: 'template_id', type: 'text' })
  templateId: string;

  /** Canonical JSON of everything but the template. */
  @Column({ type: 'text' })
  payload: string;

  @Column({ name: 'payload_hash', type: 'text' })
  payloadHash: string;

  /** Of what the record said, before anybody settled how the name is printed. */
  @Column({ name: 'record_hash', type: 'text' })
  recordHash: string;

  @Column({ type: 'text' })
  state: CompletionDocumentState;

  @Column({ name: 'held_reason', type: 'text', nullable: true })
  heldReason: 'unprintable' | 'template' | null;

  @Column({ name: 'held_characters', type: 'text', array: true, nullable: true })
  heldCharacters: string[] | null;

  @InstantColumn({ name: 'held_at', nullable: true })
  heldAt: Temporal.Instant | null;

  /** The PDF, read only when it is asked for. */
  @Column({ type: 'bytea', nullable: true, select: false })
  document: Buffer | null;

  @Column({ name: 'document_hash', type: 'text', nullable: true })
  documentHash: string | null;

  @InstantColumn({ name: 'stored_at', nullable: true })
  storedAt: Temporal.Instant | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

/** A template's text as documents were made from it. */
@Entity('completion_template')
export class CompletionTemplateEntity {
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

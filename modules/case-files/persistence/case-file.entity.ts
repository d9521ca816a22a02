import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';
import type { CaseFileKind } from '../domain/case-file-kinds.js';

/** A sealed file about one person, held by one body for one case. */
@Entity('case_file')
export class CaseFileEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  kind: CaseFileKind;

  @Column({ name: 'subject_module', type: 'text' })
  subjectModule: string;

  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId: string;

  /** Which key of the installation wrapped the file's own; null once it is disposed of. */
  @Column({ name: 'key_id', type: 'text', nullable: true })
  keyId: string | null;

  @Column({ name: 'wrapped_key', type: 'bytea', nullable: true })
  wrappedKey: Buffer | null;

  @PlainDateColumn({ name: 'kept_from' })
  keptFrom: Temporal.PlainDate;

  @Column({ name: 'keep_months', type: 'integer' })
  keepMonths: number;

  /** The last day on which it is kept. */
  @PlainDateColumn({ name: 'keep_until' })
  keepUntil: Temporal.PlainDate;

  @InstantColumn({ name: 'shredded_at', nullable: true })
  shreddedAt: Temporal.Instant | null;

  @Column({ name: 'shredded_rule', type: 'text', nullable: true })
  shreddedRule: string | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  /** Since when the person concerned may know that it is there; null while they have no notice of it. */
  @InstantColumn({ name: 'told_at', nullable: true })
  toldAt: Temporal.Instant | null;
}

/** A document inside: all of it is in `sealed`, its title too. */
@Entity('case_file_document')
export class CaseFileDocumentEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'file_id', type: 'uuid' })
  fileId: string;

  /** Null once the file is disposed of. */
  @Column({ type: 'bytea', nullable: true })
  sealed: Buffer | null;

  @InstantColumn({ name: 'added_at' })
  addedAt: Temporal.Instant;
}

/** Somebody who may read one file, until it is ended. */
@Entity('case_file_reader')
export class CaseFileReaderEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'file_id', type: 'uuid' })
  fileId: string;

  @Column({ name: 'reader_id', type: 'uuid' })
  readerId: string;

  @Column({ type: 'text' })
  reason: string;

  /** Null: named by a role at the body when the file was opened. */
  @Column({ name: 'granted_by', type: 'uuid', nullable: true })
  grantedBy: string | null;

  @InstantColumn({ name: 'granted_at' })
  grantedAt: Temporal.Instant;

  @InstantColumn({ name: 'ended_at', nullable: true })
  endedAt: Temporal.Instant | null;

  @Column({ name: 'ended_by', type: 'uuid', nullable: true })
  endedBy: string | null;
}

/** One reading of a file: append-only. */
@Entity('case_file_reading')
export class CaseFileReadingEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'file_id', type: 'uuid' })
  fileId: string;

  /** The document whose attachment was taken; null for a reading of the words. */
  @Column({ name: 'document_id', type: 'uuid', nullable: true })
  documentId: string | null;

  @Column({ name: 'reader_id', type: 'uuid' })
  readerId: string;

  @InstantColumn({ name: 'read_at' })
  readAt: Temporal.Instant;
}

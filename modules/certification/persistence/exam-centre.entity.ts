import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';
import type { AuthorisationMove, AuthorisationState } from '../domain/exam/authorisation.js';
import type { LineOutcome } from '../domain/exam/judge-report.js';

/** That a candidate may sit the exam at an exam centre. */
@Entity('exam_authorisation')
export class ExamAuthorisationEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'application_id', type: 'uuid' })
  applicationId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  number: string;

  /** Written by the database from the newest event, by nothing else. */
  @Column({ type: 'text', update: false })
  state: AuthorisationState;

  @PlainDateColumn({ name: 'valid_from' })
  validFrom: Temporal.PlainDate;

  @PlainDateColumn({ name: 'valid_to' })
  validTo: Temporal.PlainDate;

  /** Null where the scheme sets no number. */
  @Column({ name: 'max_attempts', type: 'integer', nullable: true })
  maxAttempts: number | null;

  @Column({ type: 'text', array: true })
  adjustments: string[];

  @Column({ type: 'text' })
  centre: string;

  /** How to book, in the registrar's words to the candidate. */
  @Column({ type: 'text' })
  booking: string;

  @Column({ name: 'issued_by', type: 'uuid' })
  issuedBy: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

/** What happened to an authorisation: append-only. */
@Entity('exam_authorisation_event')
export class ExamAuthorisationEventEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'authorisation_id', type: 'uuid' })
  authorisationId: string;

  @Column({ type: 'text' })
  move: AuthorisationMove;

  @Column({ name: 'from_state', type: 'text' })
  fromState: AuthorisationState;

  @Column({ name: 'to_state', type: 'text' })
  toState: AuthorisationState;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  /** Null where the product itself did it, when a sitting ended by its time. */
  @Column({ name: 'actor_person_id', type: 'uuid', nullable: true })
  actorPersonId: string | null;

  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Temporal.Instant;
}

/** A centre's list of results: first every line is checked, then, once confirmed, the good ones are recorded. */
@Entity('exam_import')
export class ExamImportEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'uploaded_by', type: 'uuid' })
  uploadedBy: string;

  @Column({ name: 'file_name', type: 'text' })
  fileName: string;

  @Column({ type: 'text' })
  encoding: string;

  @Column({ name: 'content_hash', type: 'text' })
  contentHash: string;

  /** The header line. */
  @Column({ type: 'text', array: true })
  columns: string[];

  @Column({ type: 'integer' })
  lines: number;

  @Column({ type: 'text' })
  state: 'checking' | 'checked' | 'recording' | 'recorded';

  /** Everything up to this place in the list is done in the present state. */
  @Column({ name: 'done_to', type: 'integer' })
  doneTo: number;

  @Column({ name: 'confirmed_by', type: 'uuid', nullable: true })
  confirmedBy: string | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

@Entity('exam_import_line')
export class ExamImportLineEntity {
  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @PrimaryColumn({ name: 'import_id', type: 'uuid' })
  importId: string;

  /** Place in the list, from 1. */
  @PrimaryColumn({ type: 'integer' })
  position: number;

  /** Line of the file. */
  @Column({ type: 'integer' })
  line: number;

  @Column({ type: 'text', array: true })
  cells: string[];

  /** The centre's number of the report, to find the same report twice in a list. */
  @Column({ type: 'text' })
  report: string;

  @Column({ type: 'text', nullable: true })
  outcome: LineOutcome | null;

  @Column({ type: 'text', nullable: true })
  message: string | null;
}

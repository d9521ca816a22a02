import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';
import type { Delivery } from '../domain/approved-course.js';
import type { TopicMinutes } from '../domain/fact.js';
import type { SubmissionKind, SubmissionState } from '../domain/submission.js';

/** What a person handed in for review. Once accepted it never changes: the database refuses it. */
@Entity('submission')
export class SubmissionEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  kind: SubmissionKind;

  @Column({ type: 'text' })
  state: SubmissionState;

  @Column({ name: 'document_type', type: 'text', nullable: true })
  documentType: string | null;

  @Column({ type: 'text', nullable: true })
  provider: string | null;

  @Column({ type: 'text', nullable: true })
  title: string | null;

  @PlainDateColumn({ name: 'started_on', nullable: true })
  startedOn: Temporal.PlainDate | null;

  @PlainDateColumn({ name: 'finished_on', nullable: true })
  finishedOn: Temporal.PlainDate | null;

  @Column({ type: 'jsonb' })
  topics: TopicMinutes[];

  /** The course of the body's register that the person chose. */
  @Column({ name: 'approved_course_id', type: 'uuid', nullable: true })
  approvedCourseId: string | null;

  @Column({ type: 'text', nullable: true })
  delivery: Delivery | null;

  /** Whether people and trainer met at the same time. */
  @Column({ type: 'boolean', nullable: true })
  live: boolean | null;

  @Column({ name: 'assessment_passed', type: 'boolean', nullable: true })
  assessmentPassed: boolean | null;

  @Column({ name: 'file_sha256', type: 'text', nullable: true })
  fileSha256: string | null;

  @Column({ name: 'file_name', type: 'text', nullable: true })
  fileName: string | null;

  @Column({ name: 'file_type', type: 'text', nullable: true })
  fileType: string | null;

  @Column({ name: 'file_size', type: 'integer', nullable: true })
  fileSize: number | null;

  /** Raised with every change, so that a reviewer answers what they read. */
  @Column({ type: 'integer' })
  revision: number;

  @Column({ name: 'fact_id', type: 'uuid', nullable: true })
  factId: string | null;

  @InstantColumn({ name: 'submitted_at' })
  submittedAt: Temporal.Instant;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

/** A reviewer's answer to one revision. */
@Entity('submission_review')
export class SubmissionReviewEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'submission_id', type: 'uuid' })
  submissionId: string;

  @Column({ type: 'integer' })
  revision: number;

  @Column({ type: 'text' })
  outcome: 'accepted' | 'returned';

  @Column({ type: 'text', nullable: true })
  note: string | null;

  /** The time by topic as the reviewer read it off the certificate; null where the person's own words were accepted. */
  @Column({ type: 'jsonb', nullable: true })
  topics: TopicMinutes[] | null;

  /** The approval that the reviewer found the training to fall under; null where they left it as the person told it. */
  @Column({ name: 'approved_course_id', type: 'uuid', nullable: true })
  approvedCourseId: string | null;

  @Column({ type: 'text', nullable: true })
  category: string | null;

  /** What a document shows, such as an age in years. */
  @Column({ type: 'integer', nullable: true })
  figure: number | null;

  @Column({ name: 'reviewed_by', type: 'uuid' })
  reviewedBy: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

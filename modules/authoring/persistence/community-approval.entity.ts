import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';

/** That a named reviewer of a community agreed to a text about it, word for word. */
@Entity('community_approval')
export class CommunityApprovalEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'draft_id', type: 'uuid' })
  draftId: string;

  @Column({ name: 'course_code', type: 'text' })
  courseCode: string;

  @Column({ name: 'category_code', type: 'text' })
  categoryCode: string;

  /** Of everything in the course that names the category; another text needs their word again. */
  @Column({ name: 'text_hash', type: 'text' })
  textHash: string;

  @Column({ name: 'reviewer_name', type: 'text' })
  reviewerName: string;

  /** In the reviewer's own words. */
  @Column({ name: 'speaks_for', type: 'text' })
  speaksFor: string;

  @PlainDateColumn({ name: 'approved_on' })
  approvedOn: Temporal.PlainDate;

  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedBy: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';

/** What somebody says of a draft, or of one of its files. */
@Entity('course_draft_comment')
export class CourseDraftCommentEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'draft_id', type: 'uuid' })
  draftId: string;

  /** Null for a word on the whole. */
  @Column({ type: 'text', nullable: true })
  path: string | null;

  @Column({ type: 'text' })
  text: string;

  @Column({ name: 'written_by', type: 'uuid' })
  writtenBy: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

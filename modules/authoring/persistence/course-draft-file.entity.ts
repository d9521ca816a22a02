import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { InstantColumn } from '../../../src/platform/database/columns.js';

/** What a file of a draft said after it was saved once more; the highest revision holds. */
@Entity('course_draft_file')
export class CourseDraftFileEntity {
  @PrimaryColumn({ name: 'draft_id', type: 'uuid' })
  draftId: string;

  /** Within the course, `lessons/01-hope.md`. */
  @PrimaryColumn({ type: 'text' })
  path: string;

  /** Counted from 1. */
  @PrimaryColumn({ type: 'integer' })
  revision: number;

  @Column({ type: 'text' })
  text: string;

  @Column({ name: 'saved_by', type: 'uuid' })
  savedBy: string;

  @InstantColumn({ name: 'saved_at' })
  savedAt: Temporal.Instant;
}

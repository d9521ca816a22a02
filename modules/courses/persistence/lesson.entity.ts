import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';

/** The name of a lesson of one version; what it says is in the version's definition, at `place`. */
@Entity('lesson')
export class LessonEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'course_version_id', type: 'text' })
  courseVersionId: string;

  @Column({ type: 'text' })
  code: string;

  /** Counted from 1. */
  @Column({ type: 'integer' })
  place: number;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

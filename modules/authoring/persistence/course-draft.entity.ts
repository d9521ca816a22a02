import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';
import type { DraftState } from '../domain/draft-states.js';

/** The next version of a course, as an organization writes it. */
@Entity('course_draft')
export class CourseDraftEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'organization_id', type: 'uuid' })
  organizationId: string;

  @Column({ name: 'course_code', type: 'text' })
  courseCode: string;

  /** The version it was begun from; null for a course that is new. */
  @Column({ name: 'base_version_id', type: 'text', nullable: true })
  baseVersionId: string | null;

  @Column({ type: 'text' })
  state: DraftState;

  @Column({ name: 'begun_by', type: 'uuid' })
  begunBy: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  @Column({ name: 'reviewed_by', type: 'uuid', nullable: true })
  reviewedBy: string | null;

  @InstantColumn({ name: 'reviewed_at', nullable: true })
  reviewedAt: Temporal.Instant | null;

  /** Who published or discarded it. */
  @Column({ name: 'settled_by', type: 'uuid', nullable: true })
  settledBy: string | null;

  @InstantColumn({ name: 'settled_at', nullable: true })
  settledAt: Temporal.Instant | null;

  @Column({ name: 'published_version_id', type: 'text', nullable: true })
  publishedVersionId: string | null;
}

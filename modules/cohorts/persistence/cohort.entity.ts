import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';

/** A group that goes through a course together, held by an organization. */
@Entity('cohort')
export class CohortEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'organization_id', type: 'uuid' })
  organizationId: string;

  @Column({ name: 'course_code', type: 'text' })
  courseCode: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'integer' })
  places: number;

  @PlainDateColumn({ name: 'starts_on' })
  startsOn: Temporal.PlainDate;

  @PlainDateColumn({ name: 'ends_on' })
  endsOn: Temporal.PlainDate;

  /** For those who were told of it. */
  @Column({ name: 'join_code', type: 'text' })
  joinCode: string;

  /** Whether anybody may ask for a place, or only who has the code or an invitation. */
  @Column({ name: 'is_open', type: 'boolean' })
  isOpen: boolean;

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

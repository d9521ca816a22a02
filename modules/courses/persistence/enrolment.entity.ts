import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';

/** A person in a course, on the version it began with. */
@Entity('enrolment')
export class EnrolmentEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'course_code', type: 'text' })
  courseCode: string;

  @Column({ name: 'course_version_id', type: 'text' })
  courseVersionId: string;

  @InstantColumn({ name: 'completed_at', nullable: true })
  completedAt: Temporal.Instant | null;

  @PlainDateColumn({ name: 'completed_on', nullable: true })
  completedOn: Temporal.PlainDate | null;

  /** The training fact that the completion was recorded as. */
  @Column({ name: 'fact_id', type: 'uuid', nullable: true })
  factId: string | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

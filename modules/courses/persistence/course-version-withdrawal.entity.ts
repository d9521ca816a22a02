import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { InstantColumn } from '../../../src/platform/database/columns.js';

/** A version that nobody begins any more; never taken back, since a mended course is another version. */
@Entity('course_version_withdrawal')
export class CourseVersionWithdrawalEntity {
  @PrimaryColumn({ name: 'course_version_id', type: 'text' })
  courseVersionId: string;

  /** In words that the people in it read. */
  @Column({ type: 'text' })
  reason: string;

  @InstantColumn({ name: 'withdrawn_at' })
  withdrawnAt: Temporal.Instant;
}

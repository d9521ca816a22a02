import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn, MinutesColumn } from '../../../src/platform/database/columns.js';
import type { Delivery } from '../domain/live-session.js';

/** A live session of a cohort, by a plan of one version of its course. */
@Entity('cohort_session')
export class CohortSessionEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'cohort_id', type: 'uuid' })
  cohortId: string;

  @Column({ name: 'course_version_id', type: 'text' })
  courseVersionId: string;

  @Column({ name: 'session_code', type: 'text' })
  sessionCode: string;

  @InstantColumn({ name: 'starts_at' })
  startsAt: Temporal.Instant;

  /** Length, as the plan says. */
  @MinutesColumn()
  minutes: number;

  @Column({ type: 'text' })
  delivery: Delivery;

  /** A room, or the address of a call. */
  @Column({ type: 'text' })
  place: string;

  /** What the codes of its attendance are computed from. */
  @Column({ name: 'code_secret', type: 'text' })
  codeSecret: string;

  @InstantColumn({ name: 'cancelled_at', nullable: true })
  cancelledAt: Temporal.Instant | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';

/** A time in which somebody rests from a course. Why is asked nowhere and kept nowhere. */
@Entity('enrolment_pause')
export class EnrolmentPauseEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'enrolment_id', type: 'uuid' })
  enrolmentId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @InstantColumn({ name: 'paused_at' })
  pausedAt: Temporal.Instant;

  @InstantColumn({ name: 'resumed_at', nullable: true })
  resumedAt: Temporal.Instant | null;
}

import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn, MinutesColumn } from '../../../src/platform/database/columns.js';

/** How long somebody was in a session, by the instructor’s word. Never changed: a correction is another line. */
@Entity('attendance')
export class AttendanceEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'session_id', type: 'uuid' })
  sessionId: string;

  @Column({ name: 'cohort_id', type: 'uuid' })
  cohortId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @MinutesColumn()
  minutes: number;

  /** Whether they took part in talk with others. */
  @Column({ name: 'live_interaction', type: 'boolean' })
  liveInteraction: boolean;

  @Column({ name: 'marked_by', type: 'uuid' })
  markedBy: string;

  @InstantColumn({ name: 'marked_at' })
  markedAt: Temporal.Instant;

  @Column({ type: 'uuid', nullable: true })
  corrects: string | null;

  /** The training fact it was recorded as; none for nobody there, and for a plan that counted before. */
  @Column({ name: 'fact_id', type: 'uuid', nullable: true })
  factId: string | null;
}

import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';
import type { Delivery } from '../domain/approved-course.js';
import type { TopicMinutes } from '../domain/fact.js';

/** A course as a body approved it: append-only. */
@Entity('approved_course')
export class ApprovedCourseEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'scheme_code', type: 'text' })
  schemeCode: string;

  @Column({ type: 'text' })
  provider: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'jsonb' })
  topics: TopicMinutes[];

  @Column({ type: 'text' })
  delivery: Delivery;

  @Column({ type: 'boolean' })
  live: boolean;

  @PlainDateColumn({ name: 'valid_from' })
  validFrom: Temporal.PlainDate;

  @PlainDateColumn({ name: 'valid_to', nullable: true })
  validTo: Temporal.PlainDate | null;

  @Column({ name: 'course_code', type: 'text', nullable: true })
  courseCode: string | null;

  @Column({ name: 'entered_by', type: 'uuid' })
  enteredBy: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

/** A decision about a course: append-only. */
@Entity('approved_course_decision')
export class ApprovedCourseDecisionEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'course_id', type: 'uuid' })
  courseId: string;

  @Column({ type: 'text' })
  outcome: 'approved' | 'withdrawn';

  @PlainDateColumn({ name: 'effective_on' })
  effectiveOn: Temporal.PlainDate;

  /** For the body's desk; the public page tells the day alone. */
  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ name: 'decided_by', type: 'uuid' })
  decidedBy: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

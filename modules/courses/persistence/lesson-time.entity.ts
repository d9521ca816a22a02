import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { InstantColumn } from '../../../src/platform/database/columns.js';

/** How long somebody was at work in a lesson of a course that counts it. */
@Entity('lesson_time')
export class LessonTimeEntity {
  @PrimaryColumn({ name: 'enrolment_id', type: 'uuid' })
  enrolmentId: string;

  @PrimaryColumn({ name: 'lesson_id', type: 'uuid' })
  lessonId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'course_version_id', type: 'text' })
  courseVersionId: string;

  @Column({ type: 'integer' })
  seconds: number;

  @InstantColumn({ name: 'last_sign_at' })
  lastSignAt: Temporal.Instant;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

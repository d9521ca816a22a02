import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { InstantColumn } from '../../../src/platform/database/columns.js';

/** What was last chosen in the checks of a lesson. */
@Entity('lesson_check')
export class LessonCheckEntity {
  @PrimaryColumn({ name: 'enrolment_id', type: 'uuid' })
  enrolmentId: string;

  @PrimaryColumn({ name: 'lesson_id', type: 'uuid' })
  lessonId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'course_version_id', type: 'text' })
  courseVersionId: string;

  /** For each check of the lesson, in its order, which option was chosen, counted from 0. */
  @Column({ type: 'integer', array: true })
  chosen: number[];

  @InstantColumn({ name: 'answered_at' })
  answeredAt: Temporal.Instant;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

/** A finished lesson. */
@Entity('lesson_completion')
export class LessonCompletionEntity {
  @PrimaryColumn({ name: 'enrolment_id', type: 'uuid' })
  enrolmentId: string;

  @PrimaryColumn({ name: 'lesson_id', type: 'uuid' })
  lessonId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'course_version_id', type: 'text' })
  courseVersionId: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

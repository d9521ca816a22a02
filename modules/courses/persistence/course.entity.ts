import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { InstantColumn } from '../../../src/platform/database/columns.js';
import type { CourseDefinition } from '../domain/course-definition.js';

/** The line of a course: its code for ever, its version in force. */
@Entity('course')
export class CourseEntity {
  @PrimaryColumn({ type: 'text' })
  code: string;

  @Column({ name: 'current_version_id', type: 'text' })
  currentVersionId: string;

  @Column({ name: 'quiz_code', type: 'text' })
  quizCode: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

/** A published version; never changed. */
@Entity('course_version')
export class CourseVersionEntity {
  /** SHA-256 of the canonical definition. */
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ name: 'course_code', type: 'text' })
  courseCode: string;

  /** `content`: loaded from files; `author`: edited in the product, and then not overwritten by files. */
  @Column({ type: 'text' })
  origin: 'content' | 'author';

  /** The organization that published it; null for a version of files. */
  @Column({ name: 'organization_id', type: 'uuid', nullable: true })
  organizationId: string | null;

  @Column({ type: 'jsonb' })
  definition: CourseDefinition;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

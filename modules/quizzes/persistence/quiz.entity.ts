import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { InstantColumn } from '../../../src/platform/database/columns.js';
import type { QuizDefinition } from '../domain/quiz-definition.js';

/** A quiz by its code, and which version new attempts draw from. */
@Entity('quiz')
export class QuizEntity {
  @PrimaryColumn({ type: 'text' })
  code: string;

  @Column({ name: 'course_code', type: 'text', nullable: true })
  courseCode: string | null;

  @Column({ name: 'current_version_id', type: 'text' })
  currentVersionId: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

/** One version of a quiz, for ever as it was published. */
@Entity('quiz_version')
export class QuizVersionEntity {
  /** SHA-256 of the canonical definition. */
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ name: 'quiz_code', type: 'text' })
  quizCode: string;

  @Column({ type: 'jsonb' })
  definition: QuizDefinition;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

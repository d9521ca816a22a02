import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';
import type { Answer } from '../domain/answer.js';

/** One sitting of a quiz. Open while `closedAt` is null; scored once, then it never changes. */
@Entity('quiz_attempt')
export class QuizAttemptEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'quiz_code', type: 'text' })
  quizCode: string;

  @Column({ name: 'quiz_version_id', type: 'text' })
  quizVersionId: string;

  /** Counted from 1 per person and quiz. */
  @Column({ type: 'integer' })
  number: number;

  @Column({ type: 'bigint' })
  seed: number;

  @InstantColumn({ name: 'started_at' })
  startedAt: Temporal.Instant;

  @InstantColumn({ name: 'deadline_at' })
  deadlineAt: Temporal.Instant;

  @InstantColumn({ name: 'closed_at', nullable: true })
  closedAt: Temporal.Instant | null;

  @Column({ name: 'closed_by', type: 'text', nullable: true })
  closedBy: 'person' | 'time' | null;

  @Column({ name: 'earned_parts', type: 'integer', nullable: true })
  earnedParts: number | null;

  @Column({ name: 'possible_parts', type: 'integer', nullable: true })
  possibleParts: number | null;

  @Column({ type: 'integer', nullable: true })
  percent: number | null;

  @Column({ type: 'boolean', nullable: true })
  passed: boolean | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

/** One question of an attempt, as it was drawn. */
@Entity('quiz_attempt_item')
export class QuizAttemptItemEntity {
  @PrimaryColumn({ name: 'attempt_id', type: 'uuid' })
  attemptId: string;

  @PrimaryColumn({ name: 'item_code', type: 'text' })
  itemCode: string;

  @Column({ type: 'integer' })
  place: number;

  @Column({ name: 'option_order', type: 'text', array: true })
  optionOrder: string[];

  @Column({ type: 'text' })
  competency: string;

  @Column({ name: 'exam_domain', type: 'text' })
  examDomain: string;

  /** Null until the attempt is scored. */
  @Column({ name: 'earned_parts', type: 'integer', nullable: true })
  earnedParts: number | null;
}

/** The newest saved answer to one question. */
@Entity('quiz_answer')
export class QuizAnswerEntity {
  @PrimaryColumn({ name: 'attempt_id', type: 'uuid' })
  attemptId: string;

  @PrimaryColumn({ name: 'item_code', type: 'text' })
  itemCode: string;

  @Column({ type: 'integer' })
  revision: number;

  @Column({ type: 'jsonb' })
  answer: Answer;

  @InstantColumn({ name: 'saved_at' })
  savedAt: Temporal.Instant;
}

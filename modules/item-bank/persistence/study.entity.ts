import type { Temporal } from 'temporal-polyfill';
import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';
import type { StudyMove, StudyState } from '../domain/study-state.js';
import type { StudyResult } from '../domain/study-result.js';

/** An Angoff study of one body. */
@Entity('angoff_study')
export class AngoffStudyEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'smallint' })
  rounds: number;

  @Column({ type: 'text' })
  state: StudyState;

  @InstantColumn({ name: 'state_since' })
  stateSince: Temporal.Instant;

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

/** One step of a study: append-only. That of closing holds what came out. */
@Entity('angoff_study_event')
export class AngoffStudyEventEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'study_id', type: 'uuid' })
  studyId: string;

  @Column({ type: 'text' })
  move: StudyMove;

  @Column({ name: 'from_state', type: 'text' })
  fromState: StudyState;

  @Column({ name: 'to_state', type: 'text' })
  toState: StudyState;

  @Column({ name: 'actor_id', type: 'uuid' })
  actorId: string;

  @Column({ type: 'jsonb', nullable: true })
  result: StudyResult | null;

  @Column({ name: 'result_hash', type: 'text', nullable: true })
  resultHash: string | null;

  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Temporal.Instant;
}

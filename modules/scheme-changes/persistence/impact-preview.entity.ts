import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';
import type { PreviewState } from '../domain/states.js';

/** One look at whom a draft would touch, with the evidence of one day. */
@Entity('impact_preview')
export class ImpactPreviewEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'draft_id', type: 'uuid' })
  draftId: string;

  @Column({ type: 'text' })
  state: PreviewState;

  @PlainDateColumn({ name: 'as_of' })
  asOf: Temporal.PlainDate;

  /** How many there were when it began. */
  @Column({ type: 'integer' })
  applications: number;

  @Column({ type: 'integer' })
  credentials: number;

  @Column({ name: 'asked_by', type: 'uuid' })
  askedBy: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  @InstantColumn({ name: 'finished_at', nullable: true })
  finishedAt: Temporal.Instant | null;
}

import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';
import type { DraftState } from '../domain/states.js';

/** A version that somebody would like to publish. What was drafted never changes; another text is another draft. */
@Entity('scheme_draft')
export class SchemeDraftEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'scheme_code', type: 'text' })
  schemeCode: string;

  @Column({ type: 'text' })
  version: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ name: 'version_id', type: 'text' })
  versionId: string;

  /** The text as it was brought in. */
  @Column({ type: 'text' })
  source: string;

  /** What the text says; read again through the scheme language. */
  @Column({ type: 'jsonb' })
  definition: object;

  @PlainDateColumn({ name: 'effective_from' })
  effectiveFrom: Temporal.PlainDate;

  /** The version that would cover that day without it. */
  @Column({ name: 'base_version_id', type: 'text' })
  baseVersionId: string;

  @Column({ type: 'text' })
  state: DraftState;

  @Column({ name: 'drafted_by', type: 'uuid' })
  draftedBy: string;

  @Column({ name: 'settled_by', type: 'uuid', nullable: true })
  settledBy: string | null;

  @InstantColumn({ name: 'settled_at', nullable: true })
  settledAt: Temporal.Instant | null;

  @Column({ name: 'published_version_id', type: 'text', nullable: true })
  publishedVersionId: string | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

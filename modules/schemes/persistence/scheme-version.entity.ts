import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';

/** Stored once, never changed. */
@Entity('scheme_version')
export class SchemeVersionEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ type: 'text' })
  code: string;

  @Column({ type: 'text' })
  version: string;

  @Column({ type: 'text' })
  title: string;

  /** As its file said it; read again through the scheme language. */
  @Column({ type: 'jsonb' })
  definition: object;

  @PlainDateColumn({ name: 'effective_from' })
  effectiveFrom: Temporal.PlainDate;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

/** The body's word that the values of a version are its own. */
@Entity('scheme_confirmation')
export class SchemeConfirmationEntity {
  @PrimaryColumn({ name: 'scheme_version_id', type: 'text' })
  schemeVersionId: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

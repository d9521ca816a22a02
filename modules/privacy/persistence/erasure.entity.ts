import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';
import type { KeepReason } from '../domain/keep-reasons.js';

/** Somebody asked that what is kept of them be erased. */
@Entity('erasure')
export class ErasureEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  state: 'waiting' | 'taken_back' | 'carried_out';

  @InstantColumn({ name: 'asked_at' })
  askedAt: Temporal.Instant;

  /** From then on it is carried out; until then it can be taken back. */
  @InstantColumn({ name: 'due_at' })
  dueAt: Temporal.Instant;

  @InstantColumn({ name: 'settled_at', nullable: true })
  settledAt: Temporal.Instant | null;

  @InstantColumn({ name: 'name_gone_at', nullable: true })
  nameGoneAt: Temporal.Instant | null;

  /** The register names the person, and is kept for good. */
  @Column({ name: 'name_stays', type: 'boolean' })
  nameStays: boolean;
}

/** A body with a legal file about that person: until when the file needs the name. */
@Entity('erasure_file')
export class ErasureFileEntity {
  @PrimaryColumn({ name: 'erasure_id', type: 'uuid' })
  erasureId: string;

  @PrimaryColumn({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @PlainDateColumn({ name: 'answer_by' })
  answerBy: Temporal.PlainDate;

  /** The last day with the name. */
  @PlainDateColumn({ name: 'keep_until' })
  keepUntil: Temporal.PlainDate;

  /** Null until the body answered. */
  @Column({ type: 'text', nullable: true })
  reason: KeepReason | 'not_needed' | null;

  @Column({ name: 'answered_by', type: 'uuid', nullable: true })
  answeredBy: string | null;

  @InstantColumn({ name: 'answered_at', nullable: true })
  answeredAt: Temporal.Instant | null;
}

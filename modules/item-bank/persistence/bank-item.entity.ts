import type { Temporal } from 'temporal-polyfill';
import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';
import type { Difficulty, ItemContent, ItemState } from '../domain/item.js';
import type { ItemMove } from '../domain/item-state.js';

/** An item of one body: its number and its key. What it asks is in its versions. */
@Entity('bank_item')
export class BankItemEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ type: 'integer' })
  number: number;

  /** Which key of the installation wrapped the item's own. */
  @Column({ name: 'key_id', type: 'text' })
  keyId: string;

  @Column({ name: 'wrapped_key', type: 'bytea' })
  wrappedKey: Buffer;

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

/** A version for ever as it was written; only its state goes on, by its events. */
@Entity('bank_item_version')
export class BankItemVersionEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'item_id', type: 'uuid' })
  itemId: string;

  @Column({ type: 'integer' })
  number: number;

  @Column({ type: 'text' })
  kind: ItemContent['kind'];

  @Column({ name: 'exam_domain', type: 'text' })
  examDomain: string;

  @Column({ type: 'text' })
  competency: string;

  @Column({ type: 'text' })
  difficulty: Difficulty;

  @Column({ type: 'bytea' })
  sealed: Buffer;

  @Column({ type: 'text' })
  fingerprint: string;

  @Column({ name: 'author_id', type: 'uuid' })
  authorId: string;

  @Column({ type: 'text' })
  state: ItemState;

  @InstantColumn({ name: 'state_since' })
  stateSince: Temporal.Instant;

  /** Since when it waits for a reviewer. */
  @InstantColumn({ name: 'handed_in_at', nullable: true })
  handedInAt: Temporal.Instant | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

/** One step of a version: append-only. */
@Entity('bank_item_event')
export class BankItemEventEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'item_id', type: 'uuid' })
  itemId: string;

  @Column({ name: 'version_id', type: 'uuid' })
  versionId: string;

  @Column({ type: 'text' })
  move: ItemMove;

  @Column({ name: 'from_state', type: 'text' })
  fromState: ItemState;

  @Column({ name: 'to_state', type: 'text' })
  toState: ItemState;

  @Column({ name: 'actor_id', type: 'uuid' })
  actorId: string;

  @Column({ name: 'sealed_note', type: 'bytea', nullable: true })
  sealedNote: Buffer | null;

  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Temporal.Instant;
}

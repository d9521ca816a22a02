import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';

export type ExtensionState = 'asked' | 'granted' | 'declined';

/** A holder's wish for more time in a stage, and what a registrar answered. */
@Entity('extension_request')
export class ExtensionRequestEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'credential_id', type: 'uuid' })
  credentialId: string;

  @Column({ type: 'text' })
  stage: string;

  /** The how-manieth extension of the stage it would be. */
  @Column({ name: 'extension_number', type: 'integer' })
  extensionNumber: number;

  /** Beyond what the scheme gives on request: granted with a reason only. */
  @Column({ type: 'boolean' })
  discretionary: boolean;

  /** Why the holder asks. */
  @Column({ type: 'text' })
  note: string;

  @Column({ type: 'text' })
  state: ExtensionState;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  @Column({ name: 'decided_by', type: 'uuid', nullable: true })
  decidedBy: string | null;

  @InstantColumn({ name: 'decided_at', nullable: true })
  decidedAt: Temporal.Instant | null;

  /** To the holder. */
  @Column({ type: 'text', nullable: true })
  answer: string | null;

  /** The line of the register that a granted one led to. */
  @Column({ name: 'event_id', type: 'uuid', nullable: true })
  eventId: string | null;
}

import type { Temporal } from 'temporal-polyfill';
import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';

/** Append-only: a lost mailbox, put right at a body's desk. */
@Entity('mailbox_recovery')
export class MailboxRecoveryEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'handled_by', type: 'uuid' })
  handledBy: string;

  /** A code of domain/identity-checks.ts. */
  @Column({ name: 'identity_check', type: 'text' })
  identityCheck: string;

  @Column({ name: 'new_contact_id', type: 'uuid' })
  newContactId: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

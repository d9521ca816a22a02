import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';
import type { SignOffContent } from '../domain/sign-off-content.js';

export type SignOffState = 'open' | 'signed' | 'returned' | 'declined' | 'revoked';

/** A request to one supervisor to sign entries, and what became of it. Closed once, then it never changes. */
@Entity('practice_sign_off')
export class PracticeSignOffEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'supervisor_name', type: 'text' })
  supervisorName: string;

  @Column({ name: 'supervisor_email', type: 'text' })
  supervisorEmail: string;

  @Column({ type: 'text' })
  state: SignOffState;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  @InstantColumn({ name: 'closed_at', nullable: true })
  closedAt: Temporal.Instant | null;

  @Column({ type: 'text', nullable: true })
  notes: string | null;

  @Column({ name: 'content_hash', type: 'text', nullable: true })
  contentHash: string | null;

  @Column({ type: 'jsonb', nullable: true })
  content: SignOffContent | null;

  @Column({ name: 'signed_name', type: 'text', nullable: true })
  signedName: string | null;

  @Column({ name: 'signed_credential_number', type: 'text', nullable: true })
  signedCredentialNumber: string | null;

  @Column({ name: 'signed_ip', type: 'text', nullable: true })
  signedIp: string | null;

  @Column({ name: 'signed_method', type: 'text', nullable: true })
  signedMethod: string | null;
}

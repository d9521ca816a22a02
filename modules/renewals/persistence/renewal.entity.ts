import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';
import type { RenewalState } from '../domain/renewal-state.js';

/** A person's renewal of one term: sent, perhaps returned and answered, and then confirmed by a registrar. */
@Entity('renewal')
export class RenewalEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'credential_id', type: 'uuid' })
  credentialId: string;

  @Column({ type: 'text' })
  number: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ name: 'scheme_version_id', type: 'text' })
  schemeVersionId: string;

  /** Last valid day of the term that is being renewed. */
  @PlainDateColumn({ name: 'term_ends_on' })
  termEndsOn: Temporal.PlainDate;

  @PlainDateColumn({ name: 'submitted_on' })
  submittedOn: Temporal.PlainDate;

  @InstantColumn({ name: 'submitted_at' })
  submittedAt: Temporal.Instant;

  /** Sent after the term and its period of grace. */
  @Column({ type: 'boolean' })
  late: boolean;

  /** Follows the steps (renewal_step); the database alone writes it. */
  @Column({ type: 'text' })
  state: RenewalState;

  @Column({ name: 'confirmed_by', type: 'uuid', nullable: true })
  confirmedBy: string | null;

  @InstantColumn({ name: 'confirmed_at', nullable: true })
  confirmedAt: Temporal.Instant | null;

  @PlainDateColumn({ name: 'new_expires_on', nullable: true })
  newExpiresOn: Temporal.PlainDate | null;
}

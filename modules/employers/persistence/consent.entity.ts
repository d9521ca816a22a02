import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';
import type { Scope } from '../domain/consent.js';

/** What a person lets one employer see, and until when. */
@Entity('sharing_consent')
export class ConsentEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'organization_id', type: 'uuid' })
  organizationId: string;

  @Column({ type: 'text', array: true })
  scopes: Scope[];

  @PlainDateColumn({ name: 'from_on' })
  fromOn: Temporal.PlainDate;

  @PlainDateColumn({ name: 'until_on', nullable: true })
  untilOn: Temporal.PlainDate | null;

  @InstantColumn({ name: 'given_at' })
  givenAt: Temporal.Instant;

  @InstantColumn({ name: 'withdrawn_at', nullable: true })
  withdrawnAt: Temporal.Instant | null;
}

/** Somebody looked at what a person shares: append-only. */
@Entity('sharing_access')
export class AccessEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'organization_id', type: 'uuid' })
  organizationId: string;

  @Column({ name: 'consent_id', type: 'uuid' })
  consentId: string;

  @Column({ name: 'read_by', type: 'uuid' })
  readBy: string;

  @Column({ type: 'text', array: true })
  scopes: Scope[];

  @Column({ type: 'text' })
  channel: 'page' | 'api' | 'csv';

  @InstantColumn({ name: 'read_at' })
  readAt: Temporal.Instant;
}

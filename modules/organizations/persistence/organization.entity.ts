import type { Temporal } from 'temporal-polyfill';
import { Column, Entity } from 'typeorm';
import type { OrganizationKind } from '../../../src/kernel/actor.js';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';

@Entity('organization')
export class OrganizationEntity {
  @IdColumn()
  id: string;

  @Column({ type: 'text' })
  kind: OrganizationKind;

  @Column({ type: 'text' })
  slug: string;

  @Column({ type: 'text' })
  name: string;

  /** As it stands on letters, with line breaks. */
  @Column({ type: 'text' })
  address: string;

  /** IANA name; calendar dates of this organization are counted in it. */
  @Column({ name: 'time_zone', type: 'text' })
  timeZone: string;

  @Column({ name: 'contact_email', type: 'text' })
  contactEmail: string;

  /** What a certifying body certifies, in its words; printed on certificates (ISO/IEC 17024, 9.4.8). */
  @Column({ name: 'scope_statement', type: 'text', nullable: true })
  scopeStatement: string | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

import type { Temporal } from 'temporal-polyfill';
import { Column, Entity } from 'typeorm';
import type { OrganizationKind, Role } from '../../../src/kernel/actor.js';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';

/** A person works for an organization in a role, from a moment until another. Ended rows stay. */
@Entity('membership')
export class MembershipEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'organization_id', type: 'uuid' })
  organizationId: string;

  /** Repeated here so that the database can say which roles an organization has. */
  @Column({ name: 'organization_kind', type: 'text' })
  organizationKind: OrganizationKind;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  role: Role;

  @InstantColumn({ name: 'from_at' })
  fromAt: Temporal.Instant;

  @InstantColumn({ name: 'until_at', nullable: true })
  untilAt: Temporal.Instant | null;

  @Column({ name: 'added_by', type: 'uuid', nullable: true })
  addedBy: string | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';
import type { ListedPerson, ListProblem } from '../domain/roster-list.js';

/** One employment on an employer's roster, in the employer's own words. */
@Entity('roster_entry')
export class RosterEntryEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'organization_id', type: 'uuid' })
  organizationId: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', nullable: true })
  number: string | null;

  /** Both set where the number is on the register and goes with the name. */
  @Column({ name: 'credential_id', type: 'uuid', nullable: true })
  credentialId: string | null;

  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId: string | null;

  @PlainDateColumn({ name: 'from_on' })
  fromOn: Temporal.PlainDate;

  @PlainDateColumn({ name: 'until_on', nullable: true })
  untilOn: Temporal.PlainDate | null;

  @Column({ name: 'added_by', type: 'uuid' })
  addedBy: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  @InstantColumn({ name: 'updated_at' })
  updatedAt: Temporal.Instant;
}

/** An uploaded list that was checked; applied once, when somebody confirms it. */
@Entity('roster_import')
export class RosterImportEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'organization_id', type: 'uuid' })
  organizationId: string;

  @Column({ name: 'uploaded_by', type: 'uuid' })
  uploadedBy: string;

  @Column({ name: 'file_name', type: 'text' })
  fileName: string;

  @Column({ type: 'text' })
  encoding: string;

  @Column({ type: 'jsonb' })
  rows: ListedPerson[];

  @Column({ type: 'jsonb' })
  problems: ListProblem[];

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  @InstantColumn({ name: 'applied_at', nullable: true })
  appliedAt: Temporal.Instant | null;
}

import type { Temporal } from 'temporal-polyfill';
import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';

/** Append-only: every name the person went by, from `createdAt` on. */
@Entity('person_name')
export class PersonNameEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'legal_name', type: 'text' })
  legalName: string;

  @Column({ name: 'chosen_name', type: 'text', nullable: true })
  chosenName: string | null;

  @Column({ name: 'name_language', type: 'text', nullable: true })
  nameLanguage: string | null;

  @Column({ name: 'recorded_by', type: 'uuid', nullable: true })
  recordedBy: string | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

import type { Temporal } from 'temporal-polyfill';
import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';

@Entity('person')
export class PersonEntity {
  @IdColumn()
  id: string;

  @Column({ type: 'text' })
  number: string;

  @Column({ name: 'legal_name', type: 'text' })
  legalName: string;

  @Column({ name: 'chosen_name', type: 'text', nullable: true })
  chosenName: string | null;

  /** BCP 47; tells fonts and screen readers how to treat the name. */
  @Column({ name: 'name_language', type: 'text', nullable: true })
  nameLanguage: string | null;

  /** The language that letters to the person are written in. */
  @Column({ name: 'letter_language', type: 'text' })
  letterLanguage: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

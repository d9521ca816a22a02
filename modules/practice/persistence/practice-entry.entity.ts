import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn, MinutesColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';
import type { EntryState } from '../domain/entry.js';
import type { Kind } from '../domain/lists.js';

/** One stretch of practice, or of supervision received. Once signed, only its place among corrections may change. */
@Entity('practice_entry')
export class PracticeEntryEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  kind: Kind;

  @PlainDateColumn({ name: 'worked_on' })
  workedOn: Temporal.PlainDate;

  /** `HH:MM:SS`, local time. */
  @Column({ name: 'starts_at', type: 'time', nullable: true })
  startsAt: string | null;

  @MinutesColumn()
  minutes: number;

  @Column({ type: 'text' })
  method: string;

  @Column({ type: 'text' })
  setting: string;

  @Column({ type: 'text' })
  activity: string;

  @Column({ name: 'supervisor_name', type: 'text' })
  supervisorName: string;

  @Column({ name: 'supervisor_email', type: 'text' })
  supervisorEmail: string;

  @Column({ type: 'text' })
  state: EntryState;

  @Column({ name: 'sign_off_id', type: 'uuid', nullable: true })
  signOffId: string | null;

  @Column({ type: 'uuid', nullable: true })
  corrects: string | null;

  @Column({ type: 'boolean' })
  occupies: boolean;

  @Column({ name: 'fact_id', type: 'uuid', nullable: true })
  factId: string | null;

  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Temporal.Instant;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

/** The part of an entry's time that went into one domain. */
@Entity('practice_entry_domain')
export class PracticeEntryDomainEntity {
  @PrimaryColumn({ name: 'entry_id', type: 'uuid' })
  entryId: string;

  @PrimaryColumn({ type: 'text' })
  domain: string;

  @MinutesColumn()
  minutes: number;
}

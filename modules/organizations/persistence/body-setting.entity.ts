import type { Temporal } from 'temporal-polyfill';
import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';
import type { BodySettingCode } from '../domain/body-settings.js';

/** One change of what a body set for itself: append-only, the newest of a code holds. */
@Entity('body_setting')
export class BodySettingEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ type: 'text' })
  code: BodySettingCode;

  @Column({ type: 'integer' })
  value: number;

  @Column({ type: 'text' })
  reason: string;

  @Column({ name: 'set_by', type: 'uuid' })
  setBy: string;

  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Temporal.Instant;
}

/** A day on which a body does not work, besides Saturdays and Sundays. */
@Entity('holiday')
export class HolidayEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @PlainDateColumn({ name: 'on_date' })
  onDate: Temporal.PlainDate;

  @Column({ type: 'text' })
  name: string;

  @Column({ name: 'added_by', type: 'uuid', nullable: true })
  addedBy: string | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

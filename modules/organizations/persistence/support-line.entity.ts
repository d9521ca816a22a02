import type { Temporal } from 'temporal-polyfill';
import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';
import type { SupportWay } from '../domain/support-line.js';

/** One change of the line that a body names for its people: append-only, the newest holds. */
@Entity('support_line')
export class SupportLineEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ type: 'text' })
  way: SupportWay;

  @Column({ type: 'text' })
  phone: string;

  @Column({ name: 'set_by', type: 'uuid' })
  setBy: string;

  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Temporal.Instant;
}

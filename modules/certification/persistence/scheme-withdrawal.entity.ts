import type { Temporal } from 'temporal-polyfill';
import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';

/** From which day a body takes no new applications under a scheme: append-only. */
@Entity('scheme_withdrawal')
export class SchemeWithdrawalEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'scheme_code', type: 'text' })
  schemeCode: string;

  /** The first day without new applications. */
  @PlainDateColumn({ name: 'withdrawn_from' })
  withdrawnFrom: Temporal.PlainDate;

  @Column({ type: 'text' })
  reason: string;

  @Column({ name: 'withdrawn_by', type: 'uuid' })
  withdrawnBy: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

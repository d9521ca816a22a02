import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn, MinutesColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';
import type { FactKind, TopicMinutes, VouchingMethod } from '../domain/fact.js';

/** One row of the ledger. Inserted, never updated: the database refuses it. */
@Entity('fact')
export class FactEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'body_id', type: 'uuid', nullable: true })
  bodyId: string | null;

  @Column({ type: 'text' })
  kind: FactKind;

  @Column({ type: 'text', nullable: true })
  code: string | null;

  @Column({ type: 'jsonb' })
  topics: TopicMinutes[];

  @MinutesColumn({ nullable: true })
  minutes: number | null;

  /** FactValues; TypeORM's types cannot follow their recursion. */
  @Column({ type: 'jsonb' })
  value: object;

  @PlainDateColumn({ name: 'occurred_on' })
  occurredOn: Temporal.PlainDate;

  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Temporal.Instant;

  @Column({ name: 'voucher_method', type: 'text', nullable: true })
  voucherMethod: VouchingMethod | null;

  @Column({ name: 'voucher_person_id', type: 'uuid', nullable: true })
  voucherPersonId: string | null;

  @Column({ name: 'voucher_name', type: 'text', nullable: true })
  voucherName: string | null;

  @Column({ name: 'voucher_organization_id', type: 'uuid', nullable: true })
  voucherOrganizationId: string | null;

  @Column({ type: 'uuid', nullable: true })
  corrects: string | null;

  @Column({ name: 'source_module', type: 'text' })
  sourceModule: string;

  @Column({ name: 'source_id', type: 'text' })
  sourceId: string;
}

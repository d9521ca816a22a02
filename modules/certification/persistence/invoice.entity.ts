import type { Temporal } from 'temporal-polyfill';
import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';
import type { FeeReason, InvoiceMove, InvoiceState } from '../domain/invoice-state.js';

/** A fee that a body asks of a person for one thing. */
@Entity('invoice')
export class InvoiceEntity {
  @IdColumn()
  id: string;

  /** Counted by the database; what the person names when they pay. */
  @Column({ type: 'bigint', insert: false, update: false })
  number: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  /** The fee's code in the scheme. */
  @Column({ type: 'text' })
  fee: string;

  @Column({ name: 'scheme_version_id', type: 'text' })
  schemeVersionId: string;

  @Column({ name: 'subject_kind', type: 'text' })
  subjectKind: 'application' | 'renewal';

  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId: string;

  @Column({ name: 'amount_cents', type: 'integer' })
  amountCents: number;

  /** ISO 4217. */
  @Column({ type: 'text' })
  currency: string;

  /** Written by the database from the newest event, by nothing else. */
  @Column({ type: 'text', update: false })
  state: InvoiceState;

  @PlainDateColumn({ name: 'issued_on' })
  issuedOn: Temporal.PlainDate;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

/** What became of an invoice: append-only. */
@Entity('invoice_event')
export class InvoiceEventEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'invoice_id', type: 'uuid' })
  invoiceId: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  move: InvoiceMove;

  @Column({ name: 'from_state', type: 'text' })
  fromState: InvoiceState;

  @Column({ name: 'to_state', type: 'text' })
  toState: InvoiceState;

  @Column({ name: 'actor_person_id', type: 'uuid' })
  actorPersonId: string;

  /** The payment's own number. Never a card's or an account's. */
  @Column({ type: 'text', nullable: true })
  reference: string | null;

  @Column({ name: 'reason_code', type: 'text', nullable: true })
  reasonCode: FeeReason | null;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Temporal.Instant;
}

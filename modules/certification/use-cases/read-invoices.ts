import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { keyParts, PAGE_LENGTH, pageOf, readKey, type Page } from '../../../src/platform/http/paging.js';
import { People } from '../../people/people.public.js';
import { amountWords, feeReasons, feeWords, INVOICE_STATES, type InvoiceState } from '../domain/invoice-state.js';
import type { InvoiceEntity } from '../persistence/invoice.entity.js';
import { InvoiceRepository } from '../persistence/invoice.repository.js';
import { ApplicationRules } from './application-rules.js';
import { STAFF } from './open-case.js';

export interface InvoiceRow {
  id: string;
  number: string;
  what: string;
  fee: string;
  amount: string;
  amountCents: number;
  currency: string;
  state: InvoiceState;
  issuedOn: Temporal.PlainDate;
  subject: { kind: 'application' | 'renewal'; id: string };
}

export interface InvoiceDetail extends InvoiceRow {
  schemeTitle: string;
  body: { id: string; name: string; address: string; contactEmail: string; timeZone: string };
  person: { displayName: string; legalName: string; number: string };
  /** Words for what became of it, first to last; the person reads them too. */
  events: {
    state: InvoiceState;
    at: Temporal.Instant;
    reference: string | null;
    reason: string | null;
    note: string | null;
  }[];
}

/** Invoices, as their person and the body see them. */
@Injectable()
export class ReadInvoices {
  constructor(
    private readonly invoices: InvoiceRepository,
    private readonly people: People,
    private readonly rules: ApplicationRules,
  ) {}

  /** The acting person's, newest first. */
  async listOwn(tx: Tx): Promise<InvoiceRow[]> {
    return (await this.invoices.listOwn(tx, personIdOf(tx.actor))).map(rowOf);
  }

  /** Of one application or renewal, which the caller has opened for the one who acts. */
  async ofSubject(tx: Tx, subjectId: string): Promise<InvoiceRow[]> {
    return (await this.invoices.ofSubject(tx, subjectId)).map(rowOf);
  }

  /** The open ones of many applications or renewals, by the id of what they are for; the caller has opened these. */
  async openAmong(tx: Tx, subjectIds: readonly string[]): Promise<Map<string, InvoiceRow[]>> {
    const found = new Map<string, InvoiceRow[]>();
    for (const row of (await this.invoices.openAmong(tx, subjectIds)).map(rowOf)) {
      found.set(row.subject.id, [...(found.get(row.subject.id) ?? []), row]);
    }
    return found;
  }

  /** @throws DomainError not_found for another person's */
  async own(tx: Tx, id: string): Promise<InvoiceDetail> {
    const invoice = await this.invoices.findOwn(tx, personIdOf(tx.actor), id);
    if (!invoice) throw notFound('this invoice');
    return this.detail(tx, invoice);
  }

  /** @throws DomainError not_found for another body's */
  async ofBody(tx: Tx, id: string): Promise<InvoiceDetail & { maySettle: boolean }> {
    const invoice = await this.invoices.findFor(tx, organizationsOf(tx.actor, ...STAFF), id);
    if (!invoice) throw notFound('this invoice');
    const isRegistrar = organizationsOf(tx.actor, 'registrar').includes(invoice.bodyId);
    const maySettle = isRegistrar && invoice.state === 'open' && invoice.personId !== personIdOf(tx.actor);
    return { ...(await this.detail(tx, invoice)), maySettle };
  }

  /** The invoices of the acting person's bodies in one state (open where none is asked for), oldest first. */
  async desk(
    tx: Tx,
    asked: { state?: string; after?: string },
  ): Promise<Page<InvoiceRow & { person: string }> & { state: InvoiceState }> {
    const bodyIds = organizationsOf(tx.actor, ...STAFF);
    const state = INVOICE_STATES.find((known) => known === asked.state) ?? 'open';
    const after = readKey(asked.after, keyParts.instant, keyParts.id);
    const found = await this.invoices.queue(tx, { bodyIds, state, after, limit: PAGE_LENGTH + 1 });
    const { rows, next } = pageOf(found, ({ createdAt, id }) => [createdAt.toString(), id]);
    const people = await this.people.getAll(tx, [...new Set(rows.map(({ personId }) => personId))]);
    return {
      state,
      next,
      rows: rows.map((row) => ({ ...rowOf(row), person: people.get(row.personId)?.displayName ?? '' })),
    };
  }

  private async detail(tx: Tx, invoice: InvoiceEntity): Promise<InvoiceDetail> {
    const { version, body } = await this.rules.of(tx, invoice);
    const { displayName, legalName, number } = await this.people.get(tx, invoice.personId);
    const { id, name, address, contactEmail, timeZone } = body;
    return {
      ...rowOf(invoice),
      schemeTitle: version.title,
      body: { id, name, address, contactEmail, timeZone },
      person: { displayName, legalName, number },
      events: (await this.invoices.eventsOf(tx, invoice.id)).map((event) => {
        const { toState: state, recordedAt: at, reference, reasonCode, note } = event;
        return { state, at, reference, reason: reasonCode && feeReasons[reasonCode], note };
      }),
    };
  }
}

function rowOf(invoice: InvoiceEntity): InvoiceRow {
  const { id, number, fee, amountCents, currency, state, issuedOn, subjectKind, subjectId } = invoice;
  return {
    id,
    number: String(number),
    what: feeWords(fee),
    fee,
    amount: amountWords(amountCents, currency),
    amountCents,
    currency,
    state,
    issuedOn,
    subject: { kind: subjectKind, id: subjectId },
  };
}

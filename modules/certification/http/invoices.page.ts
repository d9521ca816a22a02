import { formatDate } from '../../../src/platform/views/helpers/format.js';
import type { Page } from '../../../src/platform/http/paging.js';
import { pageLinks } from '../../../src/platform/http/paging.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { FEE_REASONS, feeReasons, INVOICE_STATES, type InvoiceState } from '../domain/invoice-state.js';
import type { InvoiceDetail, InvoiceRow } from '../use-cases/read-invoices.js';

const became: Record<InvoiceState, string> = {
  open: 'Open',
  paid: 'Paid',
  waived: 'Waived',
  cancelled: 'Cancelled',
};

/** Rows for the partial `certification/_invoices`. */
export function invoiceRows(rows: readonly InvoiceRow[], path: '/invoices' | '/desk/invoices') {
  return rows.map(({ id, number, what, amount, state, issuedOn }) => {
    return {
      href: `${path}/${id}`,
      number,
      what: sayWord(what),
      amount,
      state: `invoice_${state}`,
      issuedOn: issuedOn.toString(),
    };
  });
}

/** One invoice, for its person and for the body. */
export function invoicePage(invoice: InvoiceDetail, maySettle: boolean) {
  const { id, number, what, amount, state, issuedOn, body, person, schemeTitle, events, subject } = invoice;
  return {
    id,
    number,
    state: `invoice_${state}`,
    isOpen: state === 'open',
    maySettle,
    body,
    rows: [
      { key: say`For`, value: [sayWord(what), sayWord(schemeTitle)] },
      { key: say`Amount`, value: amount },
      { key: say`Date`, value: formatDate(issuedOn, pageLanguage()) },
      { key: say`To`, value: [person.legalName, person.number] },
      { key: say`From`, value: [body.name, ...body.address.split('\n')] },
    ],
    subjectHref: subject.kind === 'application' ? subject.id : undefined,
    history: events.map(({ state: to, at, reference, reason, note }) => ({
      title: sayWord(became[to]),
      when: at.toString(),
      timeZone: body.timeZone,
      text: [reference && say`Reference ${reference}`, reason && sayWord(reason), note].filter(Boolean).join('. '),
    })),
    reasons: FEE_REASONS.map((value) => ({ value, label: feeReasons[value] })),
  };
}

/** The invoices of a body, with their filter. */
export function invoiceQueuePage(
  { rows, next, state }: Page<InvoiceRow & { person: string }> & { state: InvoiceState },
  asked: { after?: string },
) {
  const links = pageLinks('/desk/invoices', { state }, { after: asked.after, next });
  return {
    state,
    states: INVOICE_STATES.map((value) => ({ value, label: became[value] })),
    columns: [
      { label: 'Invoice' },
      { label: 'Person' },
      { label: 'For' },
      { label: 'Amount', numeric: true },
      { label: 'Date' },
    ],
    rows: rows.map(({ id, number, person, what, amount, issuedOn }) => ({
      cells: [
        { text: number, href: `/desk/invoices/${id}` },
        { text: person },
        { text: what },
        { text: amount },
        { text: formatDate(issuedOn, pageLanguage()) },
      ],
    })),
    ...links,
  };
}

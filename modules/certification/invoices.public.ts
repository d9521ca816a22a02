import { Injectable } from '@nestjs/common';
import type { Tx } from '../../src/platform/database/transaction.js';
import { IssueInvoice, type FeeDue } from './use-cases/issue-invoice.js';
import { ReadInvoices, type InvoiceRow } from './use-cases/read-invoices.js';

export { invoiceRows } from './http/invoices.page.js';
export type { FeeDue } from './use-cases/issue-invoice.js';
export type { InvoiceRow } from './use-cases/read-invoices.js';

/** How modules below ask for a fee of a scheme. */
@Injectable()
export class Invoices {
  constructor(
    private readonly issueInvoice: IssueInvoice,
    private readonly reads: ReadInvoices,
  ) {}

  /**
   * Asks for a fee by the scheme version's `fees`, with a letter; repeating it changes nothing.
   * @returns the invoice's id; null where the scheme has no such fee, or it was asked for already
   */
  issue(tx: Tx, due: FeeDue): Promise<string | null> {
    return this.issueInvoice.execute(tx, due);
  }

  /** The invoices of an application or a renewal, first to last. */
  of(tx: Tx, subjectId: string): Promise<InvoiceRow[]> {
    return this.reads.ofSubject(tx, subjectId);
  }

  /** The open invoices of many of them, by their id; what has none is not in it. */
  openAmong(tx: Tx, subjectIds: readonly string[]): Promise<Map<string, InvoiceRow[]>> {
    return this.reads.openAmong(tx, subjectIds);
  }
}

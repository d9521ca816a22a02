import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { centsOf } from '../domain/invoice-state.js';
import { InvoiceRepository } from '../persistence/invoice.repository.js';
import { AnnounceInvoice } from './announce-invoice.js';
import { ApplicationRules } from './application-rules.js';

export interface FeeDue {
  bodyId: string;
  personId: string;
  schemeVersionId: string;
  subject: { kind: 'application' | 'renewal'; id: string };
  /** The fee's code in the scheme's `fees`, or one of its own with an `amount`. */
  fee: string;
  /** In the scheme's currency, where the fee stands elsewhere in the scheme: what a tier of lateness adds. */
  amount?: number;
}

/** Asks for one of the scheme's fees by an invoice with a number and a letter; once for one thing, however often it is asked. */
@Injectable()
export class IssueInvoice {
  constructor(
    private readonly invoices: InvoiceRepository,
    private readonly rules: ApplicationRules,
    private readonly announce: AnnounceInvoice,
    private readonly ids: Ids,
  ) {}

  /** @returns the invoice's id; null where the scheme has no such fee, or it was asked for already */
  async execute(tx: Tx, due: FeeDue): Promise<string | null> {
    const { bodyId, personId, schemeVersionId, subject, fee, amount } = due;
    const { version, today } = await this.rules.of(tx, due);
    const amountCents = centsOf(amount ?? version.definition.fees[fee]);
    if (amountCents === 0) return null;
    const id = this.ids.next();
    const issued = await this.invoices.add(tx, {
      id,
      bodyId,
      personId,
      fee,
      schemeVersionId,
      subjectKind: subject.kind,
      subjectId: subject.id,
      amountCents,
      currency: 'USD', // schemes state their fees in US dollars
      state: 'open',
      issuedOn: today,
      createdAt: tx.now,
    });
    if (!issued) return null;
    await this.announce.execute(tx, await this.invoices.get(tx, id));
    return id;
  }
}

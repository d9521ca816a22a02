import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Letters } from '../../notifications/notifications.public.js';
import { amountWords, feeWords } from '../domain/invoice-state.js';
import type { InvoiceEntity } from '../persistence/invoice.entity.js';
import { ApplicationRules } from './application-rules.js';

/** Enters an invoice into the audit and writes the letter that goes with it. */
@Injectable()
export class AnnounceInvoice {
  constructor(
    private readonly letters: Letters,
    private readonly rules: ApplicationRules,
    private readonly audit: Audit,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
  ) {}

  async execute(tx: Tx, invoice: InvoiceEntity): Promise<void> {
    await this.audit.record(tx, {
      action: 'certification.invoice.issued',
      subject: { kind: 'invoice', id: invoice.id },
      bodyId: invoice.bodyId,
      personId: invoice.personId,
      details: { fee: invoice.fee, cents: invoice.amountCents, [invoice.subjectKind]: invoice.subjectId },
    });
    const { version, body } = await this.rules.of(tx, invoice);
    await this.letters.send(tx, {
      kind: 'invoice-issued',
      identity: `invoice-issued:${invoice.id}`,
      to: { personId: invoice.personId },
      bodyId: invoice.bodyId,
      data: {
        number: String(invoice.number),
        what: ({ word }) => word(feeWords(invoice.fee)),
        amount: amountWords(invoice.amountCents, invoice.currency),
        on: invoice.issuedOn.toString(),
        schemeTitle: ({ word }) => word(version.title),
        link: `${this.config.PUBLIC_URL}/invoices/${invoice.id}`,
        bodyName: body.name,
        bodyContact: body.contactEmail,
      },
    });
  }
}

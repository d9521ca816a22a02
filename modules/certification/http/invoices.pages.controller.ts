import { Controller, Get } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { ReadInvoices } from '../use-cases/read-invoices.js';
import { invoicePage, invoiceRows } from './invoices.page.js';

/** A person's own invoices. */
@Controller('invoices')
@SignedIn()
export class InvoicesPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadInvoices,
  ) {}

  @Get()
  async list(@Ctx() ctx: RequestContext) {
    const own = await this.transaction.read(ctx, (tx) => this.reads.listOwn(tx));
    return view('certification/invoices', { invoices: invoiceRows(own, '/invoices') }, { title: say`Your invoices` });
  }

  @Get(':id')
  async show(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this invoice');
    const invoice = await this.transaction.read(ctx, (tx) => this.reads.own(tx, id));
    return view('certification/invoice', invoicePage(invoice, false), { title: say`Invoice ${invoice.number}` });
  }
}

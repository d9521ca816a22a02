import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { STAFF } from '../use-cases/open-case.js';
import { ReadInvoices } from '../use-cases/read-invoices.js';
import { SettleInvoice, type Settlement } from '../use-cases/settle-invoice.js';
import { CancellationDto, FeeWaiverDto, PaymentDto } from './invoices.dto.js';
import { invoicePage, invoiceQueuePage } from './invoices.page.js';

const REGISTRAR = { organization: 'certifying-body', roles: ['registrar'] } as const;

/** A body's invoices: read by its staff, settled by registrars. */
@Controller('desk/invoices')
export class InvoiceDeskPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadInvoices,
    private readonly settles: SettleInvoice,
  ) {}

  @Get()
  @Requires({ organization: 'certifying-body', roles: STAFF })
  async list(@Ctx() ctx: RequestContext) {
    const found = await this.transaction.read(ctx, (tx) => this.reads.desk(tx, ctx.query));
    return view('certification/invoice-desk', invoiceQueuePage(found, ctx.query), { title: 'Invoices' });
  }

  @Get(':id')
  @Requires({ organization: 'certifying-body', roles: STAFF })
  async show(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this invoice');
    const invoice = await this.transaction.read(ctx, (tx) => this.reads.ofBody(tx, id));
    const page = { ...invoicePage(invoice, invoice.maySettle), isDesk: true };
    return view('certification/invoice', page, { title: `Invoice ${invoice.number}` });
  }

  @Post(':id/payments')
  @Requires(REGISTRAR)
  @FormPage('show')
  pay(@Ctx() ctx: RequestContext, @Body() { reference, note }: PaymentDto) {
    return this.settle(ctx, { move: 'pay', reference, note: note ?? null }, 'The payment is recorded');
  }

  @Post(':id/waivers')
  @Requires(REGISTRAR)
  @FormPage('show')
  waive(@Ctx() ctx: RequestContext, @Body() form: FeeWaiverDto) {
    return this.settle(ctx, { move: 'waive', ...form }, 'The fee is waived');
  }

  @Post(':id/cancellations')
  @Requires(REGISTRAR)
  @FormPage('show')
  cancel(@Ctx() ctx: RequestContext, @Body() { reasonCode, note }: CancellationDto) {
    return this.settle(ctx, { move: 'cancel', reasonCode, note: note ?? null }, 'The invoice is cancelled');
  }

  private async settle(ctx: RequestContext, settlement: Settlement, notice: string) {
    const invoiceId = idParam(ctx, 'id', 'this invoice');
    await this.transaction.run(ctx, (tx) => this.settles.execute(tx, { invoiceId, settlement }));
    return redirect(`/desk/invoices/${invoiceId}`, { notice });
  }
}

import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires, SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { STAFF } from '../use-cases/open-case.js';
import { ReadInvoices } from '../use-cases/read-invoices.js';
import { SettleInvoice, type Settlement } from '../use-cases/settle-invoice.js';
import { CancellationDto, FeeWaiverDto, PaymentDto } from './invoices.dto.js';

const STAFF_OF_BODY = { organization: 'certifying-body', roles: STAFF } as const;
const REGISTRAR = { organization: 'certifying-body', roles: ['registrar'] } as const;

/** Invoices: a person's own, and those of a body. */
@Controller('api/v1')
export class InvoicesApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadInvoices,
    private readonly settles: SettleInvoice,
  ) {}

  @Get('invoices')
  @SignedIn()
  listOwn(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) => ({ invoices: await this.reads.listOwn(tx) }));
  }

  @Get('invoices/:id')
  @SignedIn()
  showOwn(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.reads.own(tx, idParam(ctx, 'id', 'this invoice')));
  }

  /** Oldest first. Filter: `state`; `after` is the `next` of the page before. */
  @Get('desk/invoices')
  @Requires(STAFF_OF_BODY)
  list(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.reads.desk(tx, ctx.query));
  }

  @Get('desk/invoices/:id')
  @Requires(STAFF_OF_BODY)
  show(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.reads.ofBody(tx, idParam(ctx, 'id', 'this invoice')));
  }

  /** Records a payment by its reference. */
  @Post('desk/invoices/:id/payments')
  @Requires(REGISTRAR)
  pay(@Ctx() ctx: RequestContext, @Body() { reference, note }: PaymentDto) {
    return this.settle(ctx, { move: 'pay', reference, note: note ?? null });
  }

  /** Lets the fee go, with a reason that the person reads. */
  @Post('desk/invoices/:id/waivers')
  @Requires(REGISTRAR)
  waive(@Ctx() ctx: RequestContext, @Body() body: FeeWaiverDto) {
    return this.settle(ctx, { move: 'waive', ...body });
  }

  /** Takes the invoice back; the fee may be asked for anew. */
  @Post('desk/invoices/:id/cancellations')
  @Requires(REGISTRAR)
  cancel(@Ctx() ctx: RequestContext, @Body() { reasonCode, note }: CancellationDto) {
    return this.settle(ctx, { move: 'cancel', reasonCode, note: note ?? null });
  }

  private settle(ctx: RequestContext, settlement: Settlement) {
    const invoiceId = idParam(ctx, 'id', 'this invoice');
    return this.transaction.run(ctx, (tx) => this.settles.execute(tx, { invoiceId, settlement }));
  }
}

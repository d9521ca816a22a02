import { Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { ConfirmRenewal } from '../use-cases/confirm-renewal.js';
import { ReadRenewals } from '../use-cases/read-renewals.js';

/** A registrar confirms what people sent. */
@Controller('desk/renewals')
@Requires({ organization: 'certifying-body', roles: ['registrar'] })
export class DeskRenewalsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadRenewals,
    private readonly confirms: ConfirmRenewal,
  ) {}

  @Get()
  queue(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) => {
      const { renewals, next } = await this.reads.waiting(tx, ctx.query['after']);
      const olderHref = next && `/desk/renewals?after=${next}`;
      return view('renewals/queue', { renewals, olderHref }, { title: 'Renewals to confirm' });
    });
  }

  @Post(':id/confirmations')
  @FormPage('queue')
  async confirm(@Ctx() ctx: RequestContext) {
    const renewalId = idParam(ctx, 'id', 'this renewal');
    const { expiresOn } = await this.transaction.run(ctx, (tx) => this.confirms.execute(tx, { renewalId }));
    return redirect('/desk/renewals', { notice: `The renewal is confirmed: valid through ${formatDate(expiresOn)}.` });
  }
}

import { Controller, Get, Post } from '@nestjs/common';
import { Requires, SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { ConfirmRenewal } from '../use-cases/confirm-renewal.js';
import { ReadRenewals } from '../use-cases/read-renewals.js';
import { SubmitRenewal } from '../use-cases/submit-renewal.js';
import { renewalDocument } from './renewal.document.js';

/** Renewals as JSON. */
@Controller('api/v1')
export class RenewalsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly submits: SubmitRenewal,
    private readonly confirms: ConfirmRenewal,
    private readonly reads: ReadRenewals,
  ) {}

  /** The person's own renewals, newest first. */
  @Get('renewals')
  @SignedIn()
  list(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) => ({ renewals: await this.reads.listOwn(tx) }));
  }

  /** What waits for a registrar, soonest end first; `?after=` is the `next` of the page before. */
  @Get('desk/renewals')
  @Requires({ organization: 'certifying-body', roles: ['registrar'] })
  waiting(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.reads.waiting(tx, ctx.query['after']));
  }

  /** What the renewal of one's own credential asks for and when it opens. */
  @Get('credentials/:number/renewals')
  @SignedIn()
  show(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) =>
      renewalDocument(await this.reads.own(tx, ctx.params['number'] ?? '')),
    );
  }

  @Post('credentials/:number/renewals')
  @SignedIn()
  submit(@Ctx() ctx: RequestContext) {
    const number = ctx.params['number'] ?? '';
    return this.transaction.run(ctx, (tx) => this.submits.execute(tx, { number }));
  }

  @Post('renewals/:id/confirmations')
  @Requires({ organization: 'certifying-body', roles: ['registrar'] })
  confirm(@Ctx() ctx: RequestContext) {
    const renewalId = idParam(ctx, 'id', 'this renewal');
    return this.transaction.run(ctx, (tx) => this.confirms.execute(tx, { renewalId }));
  }
}

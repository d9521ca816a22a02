import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { GiveConsent } from '../use-cases/give-consent.js';
import { ReadConsents } from '../use-cases/read-consents.js';
import { WithdrawConsent } from '../use-cases/withdraw-consent.js';
import { ConsentDto } from './employers.dto.js';

/** What a person shares with employers, as JSON. */
@Controller('api/v1/consents')
@SignedIn()
export class ConsentsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadConsents,
    private readonly gives: GiveConsent,
    private readonly withdraws: WithdrawConsent,
  ) {}

  /** What is shared with whom, and who looked; `?before=` is the `next` of the page before. */
  @Get()
  show(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.reads.execute(tx, ctx.query['before']));
  }

  @Post()
  give(@Ctx() ctx: RequestContext, @Body() consent: ConsentDto) {
    return this.transaction.run(ctx, (tx) => this.gives.execute(tx, consent));
  }

  @Post(':id/withdrawals')
  @HttpCode(200)
  withdraw(@Ctx() ctx: RequestContext) {
    const consentId = idParam(ctx, 'id', 'this permission');
    return this.transaction.run(ctx, (tx) => this.withdraws.execute(tx, { consentId }));
  }
}

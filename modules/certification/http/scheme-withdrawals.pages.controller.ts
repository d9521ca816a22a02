import { Body, Controller, Get, Post } from '@nestjs/common';
import { Equals } from 'class-validator';
import { Temporal } from 'temporal-polyfill';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { ReadWithdrawal } from '../use-cases/read-withdrawal.js';
import { WithdrawScheme } from '../use-cases/withdraw-scheme.js';
import { SchemeWithdrawalDto } from './scheme-withdrawals.api.controller.js';
import { WITHDRAWALS, withdrawalPage, withdrawalsPage } from './scheme-withdrawals.page.js';

export class SchemeWithdrawalFormDto extends SchemeWithdrawalDto {
  /** The box under the list. */
  @Equals('yes', { message: 'Say that you looked at whom this touches' })
  confirmed: string;
}

/** Where a body's administrators end the taking of new applications. */
@Controller('desk/scheme-withdrawals')
@Requires({ organization: 'certifying-body', roles: ['administrator'] })
export class SchemeWithdrawalsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadWithdrawal,
    private readonly withdraws: WithdrawScheme,
  ) {}

  @Get()
  async list(@Ctx() ctx: RequestContext) {
    const schemes = await this.transaction.read(ctx, (tx) => this.reads.schemes(tx));
    return view('certification/scheme-withdrawals', withdrawalsPage(schemes), { title: 'Withdraw a certification' });
  }

  /** One certification: whom it touches, and the form. `?scheme=` and `?body=` name it. */
  @Get('new')
  async form(@Ctx() ctx: RequestContext) {
    const { scheme, body, after } = ctx.query;
    const typed = (name: string) => {
      const value = ctx.form?.values[name];
      return typeof value === 'string' ? value : undefined;
    };
    const asked = { code: typed('schemeCode') ?? scheme ?? '', bodyId: typed('bodyId') ?? body, after };
    if (asked.code === '') return redirect(WITHDRAWALS);
    const impact = await this.transaction.read(ctx, (tx) => this.reads.impact(tx, asked));
    return view('certification/scheme-withdrawal', withdrawalPage(impact, after), {
      title: 'Withdraw a certification',
    });
  }

  @Post()
  @FormPage('form')
  async withdraw(@Ctx() ctx: RequestContext, @Body() typed: SchemeWithdrawalFormDto) {
    const { bodyId, schemeCode, reason } = typed;
    const withdrawnFrom = Temporal.PlainDate.from(typed.withdrawnFrom);
    await this.transaction.run(ctx, (tx) => this.withdraws.execute(tx, { bodyId, schemeCode, reason, withdrawnFrom }));
    const notice =
      'From that day on no new application comes in. What was sent goes its way, and nobody’s certification changes.';
    return redirect(WITHDRAWALS, { notice });
  }
}

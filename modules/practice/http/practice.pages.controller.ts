import { Controller, Get } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { notFound } from '../../../src/kernel/domain-error.js';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { view } from '../../../src/platform/http/responses.js';
import { ReadPractice } from '../use-cases/read-practice.js';
import { monthPage, practicePage } from './practice.page.js';

@Controller('practice')
export class PracticePagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly readPractice: ReadPractice,
  ) {}

  @Get()
  @SignedIn()
  async overview(@Ctx() ctx: RequestContext) {
    const overview = await this.transaction.read(ctx, (tx) => this.readPractice.overview(tx));
    return view('practice/overview', practicePage(overview));
  }

  @Get('months/:month')
  @SignedIn()
  async month(@Ctx() ctx: RequestContext) {
    const given = ctx.params['month'] ?? '';
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(given)) throw notFound('this month');
    const overview = await this.transaction.read(ctx, (tx) => this.readPractice.overview(tx));
    return view('practice/month', monthPage(overview, Temporal.PlainYearMonth.from(given)));
  }
}

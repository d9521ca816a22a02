import { Controller, Get } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { notFound } from '../../../src/kernel/domain-error.js';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { view } from '../../../src/platform/http/responses.js';
import { ReadPractice } from '../use-cases/read-practice.js';
import { ReadSignOffs } from '../use-cases/read-sign-offs.js';
import { monthPage, practicePage } from './practice.page.js';

/** Where a day begins before it does anywhere else: nobody has hours in a month that has not come even there. */
const FIRST_TO_SEE_THE_DAY = 'Pacific/Kiritimati';

@Controller('practice')
export class PracticePagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly readPractice: ReadPractice,
    private readonly readSignOffs: ReadSignOffs,
  ) {}

  @Get()
  @SignedIn()
  async overview(@Ctx() ctx: RequestContext) {
    const after = ctx.query['after'];
    return this.transaction.read(ctx, async (tx) => {
      const overview = await this.readPractice.overview(tx, after);
      return view('practice/overview', practicePage(overview, await this.readSignOffs.list(tx), after));
    });
  }

  @Get('months/:month')
  @SignedIn()
  async month(@Ctx() ctx: RequestContext) {
    const given = ctx.params['month'] ?? '';
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(given)) throw notFound('this month');
    const month = Temporal.PlainYearMonth.from(given);
    return this.transaction.read(ctx, async (tx) => {
      const latest = tx.now.toZonedDateTimeISO(FIRST_TO_SEE_THE_DAY).toPlainDate().toPlainYearMonth();
      return view('practice/month', monthPage(await this.readPractice.month(tx, month), month, latest));
    });
  }
}

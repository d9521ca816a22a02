import { Body, Controller, Get, Post } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { ChangeSetting } from '../use-cases/change-setting.js';
import { KeepHolidays } from '../use-cases/keep-holidays.js';
import { ReadBodyRules } from '../use-cases/read-body-rules.js';
import { HolidayDto, HolidayRemovalDto, SettingDto } from './body-rules.dto.js';
import { bodyRulesPage } from './body-rules.page.js';

/** A body's own settings and holidays, for its administrators. */
@Controller('desk/settings')
@Requires({ organization: 'certifying-body', roles: ['administrator'] })
export class BodyRulesPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadBodyRules,
    private readonly changes: ChangeSetting,
    private readonly holidays: KeepHolidays,
  ) {}

  @Get()
  async show(@Ctx() ctx: RequestContext) {
    const bodies = await this.transaction.read(ctx, (tx) => this.reads.execute(tx));
    return view('organizations/body-rules', bodyRulesPage(bodies), { title: 'Settings and holidays' });
  }

  @Post()
  @FormPage('show')
  async change(@Ctx() ctx: RequestContext, @Body() form: SettingDto) {
    await this.transaction.run(ctx, (tx) => this.changes.execute(tx, form));
    return redirect('/desk/settings', { notice: 'The setting holds from now on' });
  }

  @Post('holidays')
  @FormPage('show')
  async add(@Ctx() ctx: RequestContext, @Body() { bodyId, onDate, name }: HolidayDto) {
    const holiday = { bodyId, name, onDate: Temporal.PlainDate.from(onDate) };
    await this.transaction.run(ctx, (tx) => this.holidays.add(tx, holiday));
    return redirect('/desk/settings', { notice: 'The holiday is entered. Time limits in business days follow it.' });
  }

  @Post('holidays/:id/removals')
  @FormPage('show')
  async remove(@Ctx() ctx: RequestContext, @Body() { bodyId }: HolidayRemovalDto) {
    const holidayId = idParam(ctx, 'id', 'this holiday');
    await this.transaction.run(ctx, async (tx) => {
      await this.holidays.remove(tx, { bodyId, holidayId });
      return { holidayId };
    });
    return redirect('/desk/settings', { notice: 'The day is taken out. Time limits in business days follow.' });
  }
}

import { Body, Controller, Get, Post } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { ChangeSetting } from '../use-cases/change-setting.js';
import { KeepHolidays } from '../use-cases/keep-holidays.js';
import { ReadBodyRules } from '../use-cases/read-body-rules.js';
import { HolidayDto, HolidayRemovalDto, SettingDto } from './body-rules.dto.js';

/** A body's own settings and holidays. */
@Controller('api/v1/desk/settings')
@Requires({ organization: 'certifying-body', roles: ['administrator'] })
export class BodyRulesApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadBodyRules,
    private readonly changes: ChangeSetting,
    private readonly holidays: KeepHolidays,
  ) {}

  @Get()
  show(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) => ({ bodies: await this.reads.execute(tx) }));
  }

  /** Changes one setting, with its reason. */
  @Post()
  change(@Ctx() ctx: RequestContext, @Body() body: SettingDto) {
    return this.transaction.run(ctx, (tx) => this.changes.execute(tx, body));
  }

  @Post('holidays')
  add(@Ctx() ctx: RequestContext, @Body() { bodyId, onDate, name }: HolidayDto) {
    const holiday = { bodyId, name, onDate: Temporal.PlainDate.from(onDate) };
    return this.transaction.run(ctx, (tx) => this.holidays.add(tx, holiday));
  }

  @Post('holidays/:id/removals')
  remove(@Ctx() ctx: RequestContext, @Body() { bodyId }: HolidayRemovalDto) {
    const holidayId = idParam(ctx, 'id', 'this holiday');
    return this.transaction.run(ctx, async (tx) => {
      await this.holidays.remove(tx, { bodyId, holidayId });
      return { holidayId };
    });
  }
}

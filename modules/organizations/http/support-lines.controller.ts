import { Body, Controller, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { ReadBodyRules } from '../use-cases/read-body-rules.js';
import { SetSupportLine } from '../use-cases/set-support-line.js';
import { bodyRulesPage } from './body-rules.page.js';
import { SupportLineDto } from './support-lines.dto.js';

/** The line behind “Support now”, set by a body's administrators by page or by program. */
@Controller()
@Requires({ organization: 'certifying-body', roles: ['administrator'] })
export class SupportLinesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadBodyRules,
    private readonly setting: SetSupportLine,
  ) {}

  async show(ctx: RequestContext) {
    const bodies = await this.transaction.read(ctx, (tx) => this.reads.execute(tx));
    return view('organizations/body-rules', bodyRulesPage(bodies), { title: 'Settings and holidays' });
  }

  @Post('desk/settings/support-lines')
  @FormPage('show')
  async fromPage(@Ctx() ctx: RequestContext, @Body() form: SupportLineDto) {
    await this.transaction.run(ctx, (tx) => this.setting.execute(tx, form));
    return redirect('/desk/settings', {
      notice: 'The line is set. It stands on every page of your people within a minute.',
    });
  }

  /** The newest line holds; who belongs to the body finds it on every page. */
  @Post('api/v1/desk/settings/support-lines')
  fromProgram(@Ctx() ctx: RequestContext, @Body() body: SupportLineDto) {
    return this.transaction.run(ctx, (tx) => this.setting.execute(tx, body));
  }
}

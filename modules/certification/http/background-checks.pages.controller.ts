import { Body, Controller, Get, Post } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { AskBackgroundAnswer } from '../use-cases/ask-background-answer.js';
import { ReadBackground } from '../use-cases/read-background.js';
import { STAFF } from '../use-cases/open-case.js';
import { RecordBackgroundCheck } from '../use-cases/record-background-check.js';
import { applicationIn } from './application-in.js';
import { BackgroundCheckDto, BackgroundQuestionDto } from './background.dto.js';
import { backgroundPage } from './background.page.js';

/** The background results of a case, at the desk. */
@Controller('desk/applications/:id')
export class BackgroundChecksPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadBackground,
    private readonly records: RecordBackgroundCheck,
    private readonly asks: AskBackgroundAnswer,
  ) {}

  @Get('background-checks')
  @Requires({ organization: 'certifying-body', roles: STAFF })
  async show(@Ctx() ctx: RequestContext) {
    const found = await this.transaction.read(ctx, (tx) => this.reads.atDesk(tx, applicationIn(ctx)));
    const page = backgroundPage(found);
    return view('certification/background', page, { title: page.title });
  }

  @Post('background-checks')
  @Requires({ organization: 'certifying-body', roles: ['registrar'] })
  @FormPage('show')
  async record(@Ctx() ctx: RequestContext, @Body() { corrects, ...sent }: BackgroundCheckDto) {
    const applicationId = applicationIn(ctx);
    const report = { ...sent, checkedOn: Temporal.PlainDate.from(sent.checkedOn) };
    await this.transaction.run(ctx, (tx) =>
      this.records.execute(tx, { applicationId, report, corrects: corrects ?? null }),
    );
    return redirect(`/desk/applications/${applicationId}/background-checks`, { notice: 'The result is recorded' });
  }

  @Post('background-questions')
  @Requires({ organization: 'certifying-body', roles: ['registrar', 'reviewer'] })
  @FormPage('show')
  async ask(@Ctx() ctx: RequestContext, @Body() sent: BackgroundQuestionDto) {
    const applicationId = applicationIn(ctx);
    const answerUntil = Temporal.PlainDate.from(sent.answerUntil);
    await this.transaction.run(ctx, (tx) => this.asks.execute(tx, { applicationId, answerUntil }));
    return redirect(`/desk/applications/${applicationId}/background-checks`, { notice: 'We wrote to the applicant' });
  }
}

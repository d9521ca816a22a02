import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { ReadApplications } from '../use-cases/read-applications.js';
import { SubmitApplication } from '../use-cases/submit-application.js';
import { WithdrawApplication } from '../use-cases/withdraw-application.js';
import { applicationIn } from './application-in.js';
import { applicationPage } from './application.page.js';
import { SubmissionFormDto } from './applications.dto.js';

@Controller('applications/:id')
@SignedIn()
export class ApplicationPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadApplications,
    private readonly submits: SubmitApplication,
    private readonly withdraws: WithdrawApplication,
  ) {}

  @Get()
  async show(@Ctx() ctx: RequestContext) {
    const found = await this.transaction.read(ctx, (tx) => this.reads.ownWithRules(tx, applicationIn(ctx)));
    const page = applicationPage(found.application, found.rules);
    return view('certification/application', page, { title: say`Your application: ${page.title}` });
  }

  @Post('submissions')
  @FormPage('show')
  async submit(@Ctx() ctx: RequestContext, @Body() { declaration, textVersion }: SubmissionFormDto) {
    const input = { applicationId: applicationIn(ctx), declaration: declaration === 'yes', textVersion };
    const { applicationId } = await this.transaction.run(ctx, (tx) => this.submits.execute(tx, input));
    return redirect(`/applications/${applicationId}`, { notice: say`Your application is sent` });
  }

  @Post('withdrawals')
  @FormPage('show')
  async withdraw(@Ctx() ctx: RequestContext) {
    const input = { applicationId: applicationIn(ctx) };
    const { applicationId } = await this.transaction.run(ctx, (tx) => this.withdraws.execute(tx, input));
    return redirect(`/applications/${applicationId}`, { notice: say`You took your application back` });
  }
}

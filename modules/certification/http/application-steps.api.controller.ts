import { Body, Controller, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { SubmitApplication } from '../use-cases/submit-application.js';
import { WithdrawApplication } from '../use-cases/withdraw-application.js';
import { applicationIn } from './application-in.js';
import { SubmissionDto } from './applications.dto.js';

/** What a person does with an application of their own. */
@Controller('api/v1/applications/:id')
@SignedIn()
export class ApplicationStepsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly submits: SubmitApplication,
    private readonly withdraws: WithdrawApplication,
  ) {}

  /** Sends the application, for the first time or again. */
  @Post('submissions')
  submit(@Ctx() ctx: RequestContext, @Body() { declaration, textVersion }: SubmissionDto) {
    const applicationId = applicationIn(ctx);
    return this.transaction.run(ctx, (tx) => this.submits.execute(tx, { applicationId, declaration, textVersion }));
  }

  /** Takes the application back. */
  @Post('withdrawals')
  withdraw(@Ctx() ctx: RequestContext) {
    const applicationId = applicationIn(ctx);
    return this.transaction.run(ctx, (tx) => this.withdraws.execute(tx, { applicationId }));
  }
}

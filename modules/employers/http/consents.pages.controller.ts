import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { GiveConsent } from '../use-cases/give-consent.js';
import { ReadConsents } from '../use-cases/read-consents.js';
import { WithdrawConsent } from '../use-cases/withdraw-consent.js';
import { consentsPage } from './consents.page.js';
import { ConsentDto } from './employers.dto.js';

/** A person decides what employers see, and sees who looked. */
@Controller('consents')
@SignedIn()
export class ConsentsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadConsents,
    private readonly gives: GiveConsent,
    private readonly withdraws: WithdrawConsent,
  ) {}

  @Get()
  show(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) =>
      view('employers/consents', consentsPage(await this.reads.execute(tx, ctx.query['before'])), {
        title: say`What you share`,
      }),
    );
  }

  @Post()
  @FormPage('show')
  async give(@Ctx() ctx: RequestContext, @Body() consent: ConsentDto) {
    await this.transaction.run(ctx, (tx) => this.gives.execute(tx, consent));
    return redirect('/consents', { notice: say`You share it from now on. You can end it at any time.` });
  }

  @Post(':id/withdrawals')
  @FormPage('show')
  async withdraw(@Ctx() ctx: RequestContext) {
    const consentId = idParam(ctx, 'id', 'this permission');
    await this.transaction.run(ctx, (tx) => this.withdraws.execute(tx, { consentId }));
    return redirect('/consents', { notice: say`It has ended. The employer sees nothing of it any more.` });
  }
}

import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { ReadRenewals } from '../use-cases/read-renewals.js';
import { SubmitRenewal } from '../use-cases/submit-renewal.js';
import { renewalPage, renewalsPage } from './renewal.page.js';
import { AnswerDto } from './renewals.dto.js';

/** A holder renews. */
@Controller('renewals')
@SignedIn()
export class RenewalsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadRenewals,
    private readonly submits: SubmitRenewal,
  ) {}

  @Get()
  list(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) =>
      view('renewals/renewals', renewalsPage(await this.reads.ownCredentials(tx)), { title: say`Renewals` }),
    );
  }

  @Get(':number')
  show(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) => {
      const own = await this.reads.own(tx, ctx.params['number'] ?? '');
      return view('renewals/renewal', renewalPage(own, ctx.form?.values), {
        title: say`Renew ${sayWord(own.credential.title)}`,
      });
    });
  }

  @Post(':number/submissions')
  @FormPage('show')
  async submit(@Ctx() ctx: RequestContext, @Body() { answer }: AnswerDto) {
    const number = ctx.params['number'] ?? '';
    await this.transaction.run(ctx, (tx) => this.submits.execute(tx, { number, answer }));
    return redirect(`/renewals/${number}`, {
      notice: say`Your renewal is sent. A letter tells you when it is confirmed.`,
    });
  }
}

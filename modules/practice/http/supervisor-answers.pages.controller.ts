import { Body, Controller, Post } from '@nestjs/common';
import { ByLink } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect } from '../../../src/platform/http/responses.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say } from '../../../src/platform/translation/say.js';
import { SupervisorAnswers } from '../use-cases/supervisor-answers.js';
import { SupervisorLink } from './supervisor-link.js';
import { CodeDto, ReturnDto, SignDto } from './supervisor-sign-off.dto.js';

/** What a supervisor does on their page: ask for a code, sign, or give the entries back. */
@Controller('sign-offs/:id')
export class SupervisorAnswersPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly link: SupervisorLink,
    private readonly answers: SupervisorAnswers,
  ) {}

  /** The page itself, to be shown again with a problem. */
  show(ctx: RequestContext) {
    return this.link.page(ctx);
  }

  @Post('codes')
  @ByLink('practice.sign-off')
  @FormPage('show')
  async sendCode(@Ctx() given: RequestContext, @Body() { contentHash }: CodeDto) {
    const { ctx, link } = await this.link.holder(given);
    const asked = { ...link, contentHash, language: pageLanguage() };
    const { sentTo } = await this.transaction.run(ctx, (tx) => this.answers.requestCode.execute(tx, asked));
    return redirect(`/sign-offs/${link.signOffId}#sign`, {
      notice: say`We mailed a code to ${sentTo}. It works for ten minutes.`,
    });
  }

  @Post('signatures')
  @ByLink('practice.sign-off')
  @FormPage('show')
  async sign(@Ctx() given: RequestContext, @Body() input: SignDto) {
    const held = await this.link.holder(given);
    await this.link.sign(held, input);
    return redirect(`/sign-offs/${held.link.signOffId}`);
  }

  @Post('returns')
  @ByLink('practice.sign-off')
  @FormPage('show')
  async giveBack(@Ctx() given: RequestContext, @Body() input: ReturnDto) {
    const held = await this.link.holder(given);
    await this.link.giveBack(held, input);
    return redirect(`/sign-offs/${held.link.signOffId}`);
  }
}

import { Body, Controller, Get, Post } from '@nestjs/common';
import { Public } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { minimumLength } from '../domain/password-rules.js';
import { RequestPasswordLink } from '../use-cases/reset-password.js';
import { PasswordLinkFlow } from './password-link.flow.js';
import { EmailDto, PasswordDto } from './people.dto.js';

@Controller('password-resets')
@Public('for people who cannot sign in; the mailed token is checked by the use case')
export class PasswordResetsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly requestLink: RequestPasswordLink,
    private readonly flow: PasswordLinkFlow,
  ) {}

  @Get()
  show() {
    return view('people/password-reset', {}, { title: say`Choose a new password` });
  }

  @Post()
  @FormPage('show')
  async request(@Ctx() ctx: RequestContext, @Body() { email }: EmailDto) {
    await this.transaction.run(unrepeatable(ctx), (tx) => this.requestLink.execute(tx, email));
    return redirect('/password-resets/sent');
  }

  @Get('sent')
  showSent() {
    return view('people/password-reset-sent', {}, { title: say`Look into your mail` });
  }

  /** Mail scanners open links: opening shows a form and changes nothing. */
  @Get(':token')
  async showForm(@Ctx() ctx: RequestContext) {
    const token = ctx.params['token'] ?? '';
    const setting = await this.flow.read(ctx, token);
    return view(
      'people/password-new',
      { token, minimum: minimumLength(setting) },
      { title: say`Choose a new password` },
    );
  }

  @Post(':token')
  @FormPage('showForm')
  async setPassword(@Ctx() ctx: RequestContext, @Body() { password }: PasswordDto) {
    await this.flow.use(ctx, ctx.params['token'] ?? '', password);
    return redirect('/sign-in', { notice: say`Your new password is saved. Sign in with it.` });
  }
}

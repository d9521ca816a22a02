import { Body, Controller, Get, Post } from '@nestjs/common';
import { Public } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say } from '../../../src/platform/translation/say.js';
import { ALONE_MINIMUM } from '../domain/password-rules.js';
import { ConfirmAddress, ReadVerification } from '../use-cases/confirm-address.js';
import { RegistrationDto } from './people.dto.js';
import { RegistrationFlow } from './registration.flow.js';

@Controller()
export class RegistrationPagesController {
  constructor(
    private readonly flow: RegistrationFlow,
    private readonly transaction: Transaction,
    private readonly verification: ReadVerification,
    private readonly confirmAddress: ConfirmAddress,
  ) {}

  @Get('register')
  @Public('everybody may ask for an account')
  show() {
    return view('people/register', { minimum: ALONE_MINIMUM }, { title: say`Create an account` });
  }

  @Post('register')
  @Public('everybody may ask for an account')
  @FormPage('show')
  async register(@Ctx() ctx: RequestContext, @Body() form: RegistrationDto) {
    await this.flow.start(ctx, form, pageLanguage());
    return redirect('/register/sent');
  }

  @Get('register/sent')
  @Public('says the same to everyone')
  showSent() {
    return view('people/register-sent', {}, { title: say`Look into your mail` });
  }

  /** Mail scanners open links: opening shows a button and changes nothing. */
  @Get('verifications/:token')
  @Public('the token of the mailed link is checked by the use case')
  async showVerification(@Ctx() ctx: RequestContext) {
    const token = ctx.params['token'] ?? '';
    const { email, legalName } = await this.transaction.read(ctx, (tx) => this.verification.execute(tx, token));
    return view('people/verification', { token, email, legalName }, { title: say`Confirm your address` });
  }

  @Post('verifications/:token')
  @Public('the token of the mailed link is checked by the use case')
  async confirm(@Ctx() ctx: RequestContext) {
    const token = ctx.params['token'] ?? '';
    await this.transaction.run(unrepeatable(ctx), (tx) => this.confirmAddress.execute(tx, token));
    return redirect('/sign-in', { notice: say`Your address is confirmed. You can sign in now.` });
  }
}

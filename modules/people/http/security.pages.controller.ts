import { Body, Controller, Get, Headers, Inject, Post } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { minimumLength } from '../domain/password-rules.js';
import { safeReturnPath } from '../domain/return-path.js';
import { actingPerson } from '../use-cases/require-confirmed.js';
import { ConfirmationDto, PasswordDto } from './people.dto.js';
import { OwnPages } from './own-pages.js';
import { OwnPasswordFlow } from './own-password.flow.js';
import { ConfirmationFlow } from './sign-in.flow.js';
import { visitorOf } from './visitor.js';

/** "Is it really you?", and another password. */
@Controller('profile')
@SignedIn()
export class SecurityPagesController {
  constructor(
    private readonly own: OwnPages,
    private readonly confirmation: ConfirmationFlow,
    private readonly password: OwnPasswordFlow,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('confirmation')
  showConfirmation(@Ctx() ctx: RequestContext) {
    const typed = ctx.form?.values['returnTo'];
    const returnTo = safeReturnPath(typeof typed === 'string' ? typed : ctx.query['returnTo']);
    return this.own.transaction.read(ctx, async (tx) => {
      const { secondFactor } = await this.password.setting(tx, actingPerson(tx).personId);
      return view('people/confirmation', { returnTo, secondFactor }, { title: say`Is it really you?` });
    });
  }

  @Post('confirmation')
  @FormPage('showConfirmation')
  async confirm(@Ctx() ctx: RequestContext, @Body() form: ConfirmationDto, @Headers('user-agent') agent?: string) {
    await this.confirmation.confirm(ctx, form, visitorOf(ctx, this.config, agent));
    return redirect(safeReturnPath(form.returnTo));
  }

  @Get('password')
  showPassword(@Ctx() ctx: RequestContext) {
    return this.own.whenConfirmed(ctx, async (tx) => {
      const setting = await this.password.setting(tx, actingPerson(tx).personId);
      return view('people/profile-password', { minimum: minimumLength(setting) }, { title: say`Your password` });
    });
  }

  @Post('password')
  @FormPage('showPassword')
  async changePassword(@Ctx() ctx: RequestContext, @Body() { password }: PasswordDto) {
    await this.password.change(ctx, password);
    return redirect('/profile', { notice: say`Your new password is saved. Your other devices are signed out.` });
  }
}

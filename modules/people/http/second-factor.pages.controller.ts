import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { safeReturnPath } from '../domain/return-path.js';
import { OwnPages } from './own-pages.js';
import { CodeDto, PasswordDto } from './people.dto.js';
import { SecondFactorOff, SecondFactorOn } from './second-factor.flow.js';
import { SecondFactorView } from './second-factor.page.js';

/** Setting up an authenticator app, and taking it off again. */
@Controller()
@SignedIn()
export class SecondFactorPagesController {
  constructor(
    private readonly own: OwnPages,
    private readonly page: SecondFactorView,
    private readonly turnOn: SecondFactorOn,
    private readonly turnOff: SecondFactorOff,
  ) {}

  /** Where the edge sends staff whose session has no second factor yet. */
  @Get('second-factor')
  explain(@Ctx() ctx: RequestContext) {
    return view(
      'people/second-factor-needed',
      { returnTo: safeReturnPath(ctx.query['returnTo']) },
      { title: say`This page needs a second factor` },
    );
  }

  @Get('profile/second-factor')
  show(@Ctx() ctx: RequestContext) {
    return this.own.whenConfirmed(ctx, async (tx) =>
      view('people/profile-second-factor', await this.page.model(tx), { title: say`Your second factor` }),
    );
  }

  /** The recovery codes stand on this answer and nowhere else. */
  @Post('profile/second-factor/confirmations')
  @FormPage('show')
  async confirm(
    @Ctx() ctx: RequestContext,
    @Body() { code }: CodeDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { recoveryCodes, cookie } = await this.turnOn.execute(ctx, code);
    reply.setCookie(cookie.name, cookie.value ?? '', cookie.options);
    return view('people/recovery-codes', { recoveryCodes }, { title: say`Your second factor is on` });
  }

  @Post('profile/second-factor/removals')
  @FormPage('show')
  async remove(@Ctx() ctx: RequestContext, @Body() { password }: PasswordDto) {
    await this.turnOff.execute(ctx, password);
    return redirect('/profile', { notice: say`Your second factor is off. Your new password is saved.` });
  }
}

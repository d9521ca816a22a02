import { Body, Controller, Get, Headers, Inject, Post } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { Public } from '../../../src/platform/access/access-rule.js';
import { sessionCookie } from '../../../src/platform/access/session-cookie.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { safeReturnPath } from '../domain/return-path.js';
import { EndSession } from '../use-cases/sessions.js';
import { CodeDto, SignInDto } from './people.dto.js';
import { SignInFlow } from './sign-in.flow.js';
import { cookiesOf, sessionTokenOf, visitorOf } from './visitor.js';

@Controller()
export class SignInPagesController {
  constructor(
    private readonly flow: SignInFlow,
    private readonly transaction: Transaction,
    private readonly endSession: EndSession,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('sign-in')
  @Public('where everyone begins')
  show(@Ctx() ctx: RequestContext) {
    if (ctx.actor.kind === 'person' && !ctx.form) return redirect(safeReturnPath(ctx.query['returnTo']));
    return view('people/sign-in', whereTo(ctx), { title: say`Sign in` });
  }

  @Post('sign-in')
  @Public('where everyone begins')
  @FormPage('show')
  async signIn(@Ctx() ctx: RequestContext, @Body() form: SignInDto, @Headers('user-agent') agent?: string) {
    const session = await this.flow.signIn(ctx, 'page', form, visitorOf(ctx, this.config, agent));
    const to =
      session.kind === 'half' ? `/sign-in/code?${new URLSearchParams(whereTo(ctx, form)).toString()}` : landing(form);
    return redirect(to, { cookies: cookiesOf(session, this.config) });
  }

  @Get('sign-in/code')
  @Public('second step of signing in; the cookie of the first step is checked when the code is sent')
  showCode(@Ctx() ctx: RequestContext) {
    return view('people/sign-in-code', whereTo(ctx), { title: say`Enter your code` });
  }

  @Post('sign-in/code')
  @Public('second step of signing in; the use case checks the cookie of the first')
  @FormPage('showCode')
  async enterCode(@Ctx() ctx: RequestContext, @Body() form: CodeDto, @Headers('user-agent') agent?: string) {
    const token = sessionTokenOf(ctx, this.config);
    const session = await this.flow.enterCode(ctx, { token, code: form.code }, visitorOf(ctx, this.config, agent));
    return redirect(landing(form), { cookies: cookiesOf(session, this.config) });
  }

  @Post('sign-out')
  @Public('signing out twice, or after the session ended, is no mistake')
  async signOut(@Ctx() ctx: RequestContext) {
    const { actor } = ctx;
    if (actor.kind === 'person') {
      await this.transaction.run(unrepeatable(ctx), (tx) => this.endSession.execute(tx, actor.sessionId));
    }
    return redirect('/sign-in', {
      cookies: [sessionCookie(this.config)],
      notice: say`You are signed out.`,
      // Not "cookies": the mark of a known browser must stay, or a stranger's tries could hold its owner up.
      headers: { 'clear-site-data': '"cache", "storage"' },
    });
  }
}

/** Where the person wanted to go; typed values win, because a form shown again has no query. */
function whereTo(ctx: RequestContext, form?: { returnTo?: string; kept?: string }): { returnTo: string; kept: string } {
  const from: Record<string, unknown> = { ...(form ?? ctx.form?.values ?? ctx.query) };
  const text = (name: string) => (typeof from[name] === 'string' ? from[name] : '');
  return { returnTo: safeReturnPath(text('returnTo')), kept: text('kept') };
}

/** The page to land on, with the key of a form that was kept meanwhile. */
function landing({ returnTo, kept }: { returnTo?: string; kept?: string }): string {
  const path = safeReturnPath(returnTo);
  if (!kept || !/^[\w-]+$/.test(kept)) return path;
  return `${path}${path.includes('?') ? '&' : '?'}kept=${kept}`;
}

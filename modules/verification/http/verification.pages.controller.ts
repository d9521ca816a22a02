import { Body, Controller, Get, Header, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { Public } from '../../../src/platform/access/access-rule.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { isPlainDate, unacceptable } from '../../../src/platform/http/validation.js';
import { say } from '../../../src/platform/translation/say.js';
import { isCompletionNumber, readCompletionNumber } from '../../courses/courses.public.js';
import { VerifyCredential } from '../use-cases/verify-credential.js';
import { answerPage, statusOf } from './answer.page.js';
import { VerificationLimit } from './verification-limit.js';
import { VerificationInput } from './verification.dto.js';

const REASON = 'anyone may ask whether a credential is in good standing';

/** Not for search engines. The address stays on this site (`same-origin`), which leads back to it in another language. */
const UNLISTED = { 'x-robots-tag': 'noindex, nofollow' };

/** The public register, for people and for machines at the same address. */
@Controller()
export class VerificationPagesController {
  constructor(
    private readonly verifyCredential: VerifyCredential,
    private readonly limit: VerificationLimit,
  ) {}

  @Get('verify')
  @Public(REASON)
  question(@Ctx() ctx: RequestContext) {
    const number = ctx.query['number'];
    return view('verification/question', number && !ctx.form ? { form: { values: { number } } } : {}, {
      title: say`Check a credential`,
    });
  }

  /** By POST, so that a surname never stands in an address or a log. */
  @Post('verify')
  @Public(REASON)
  @FormPage('question')
  async ask(@Ctx() ctx: RequestContext, @Body() { number, surname, onDate }: VerificationInput) {
    this.limit.count(ctx.ip);
    // A certificate of completion is answered for by the courses; with a slip in it too.
    if (isCompletionNumber(number)) return redirect(`/c/${encodeURIComponent(readCompletionNumber(number) ?? number)}`);
    const on = onDate ? Temporal.PlainDate.from(onDate) : undefined;
    const answer = await this.verifyCredential.execute({ number, surname: surname || undefined, onDate: on });
    return view('verification/answer', answerPage(answer), { title: say`The answer`, status: 200, headers: UNLISTED });
  }

  /**
   * The address in the QR code: JSON, or a page for who accepts `text/html`. `?on=2026-03-01` asks about another day than today, `?t=`
   * is the token of the certificate, which shows the name. A number that is not on the register is answered too (404), and so is
   * one with a slip in it (422).
   */
  @Get('v/:number')
  @ApiResponse({ status: 200, description: 'It is on the register' })
  @ApiResponse({ status: 404, description: 'It is not on the register' })
  @ApiResponse({ status: 422, description: 'It cannot be a number' })
  @Public(REASON)
  @Header('access-control-allow-origin', '*')
  @Header('vary', 'accept')
  @RouteConfig({ rateLimit: false }) // it has a limit of its own, by neighbourhood
  async look(
    @Ctx() ctx: RequestContext,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    this.limit.count(ctx.ip);
    const { on, t } = ctx.query;
    if (on !== undefined && !isPlainDate(on))
      throw unacceptable([{ field: 'on', message: 'Give "on" as YYYY-MM-DD.' }]);
    const onDate = on === undefined ? undefined : Temporal.PlainDate.from(on);
    const answer = await this.verifyCredential.execute({ number: ctx.params['number'] ?? '', token: t, onDate });
    if (!wantsPage(request)) {
      reply.status(statusOf(answer)).headers({ ...UNLISTED, 'cache-control': 'no-store' });
      return answer;
    }
    return view('verification/answer', answerPage(answer), {
      title: answer.number,
      status: statusOf(answer),
      headers: UNLISTED,
    });
  }
}

/** Browsers ask for HTML; whoever does not gets JSON. */
function wantsPage(request: FastifyRequest): boolean {
  return (request.headers.accept ?? '').includes('text/html');
}

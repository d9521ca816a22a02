import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { CheckIn } from '../use-cases/check-in.js';
import { CodeDto } from './cohorts.dto.js';

/** Checking in to a live session: the scanned code fills the form, a typed one does the same. */
@Controller()
export class SessionsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly checkIn: CheckIn,
  ) {}

  @Get('live-sessions/:id/check-in')
  @SignedIn()
  show(@Ctx() ctx: RequestContext) {
    const model = { href: `/live-sessions/${idOf(ctx)}/check-ins`, code: ctx.query['code'] ?? '' };
    return view('cohorts/check-in', model, { title: say`I am here` });
  }

  @Post('live-sessions/:id/check-ins')
  @SignedIn()
  @FormPage('show')
  async enter(@Ctx() ctx: RequestContext, @Body() { code }: CodeDto) {
    await this.transaction.run(ctx, (tx) => this.checkIn.execute(tx, { sessionId: idOf(ctx), code }));
    return redirect('/cohorts', { notice: say`You are checked in. Welcome!` });
  }

  /** A repeat changes nothing. */
  @Post('api/v1/live-sessions/:id/check-ins')
  @SignedIn()
  async enterJson(@Ctx() ctx: RequestContext, @Body() { code }: CodeDto) {
    await this.transaction.run(ctx, (tx) => this.checkIn.execute(tx, { sessionId: idOf(ctx), code }));
    return { checkedIn: true };
  }
}

function idOf(ctx: RequestContext): string {
  return idParam(ctx, 'id', 'this session');
}

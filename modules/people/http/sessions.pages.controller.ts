import { Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { actingPerson } from '../use-cases/require-confirmed.js';
import { EndOtherSessions, EndSession, ReadSessions } from '../use-cases/sessions.js';

@Controller('profile/sessions')
@SignedIn()
export class SessionsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly sessions: ReadSessions,
    private readonly endSession: EndSession,
    private readonly endOthers: EndOtherSessions,
  ) {}

  @Get()
  show(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) => {
      const { sessionId } = actingPerson(tx);
      const sessions = (await this.sessions.execute(tx)).map((session) => ({
        id: session.id,
        name: session.kind === 'api' ? say`Program: ${session.device}` : session.device,
        since: session.createdAt,
        lastSeen: session.lastSeenAt,
        current: session.id === sessionId,
      }));
      return view(
        'people/profile-sessions',
        { sessions, others: sessions.length > 1 },
        { title: say`Where you are signed in` },
      );
    });
  }

  @Post('endings')
  async endAllOthers(@Ctx() ctx: RequestContext) {
    await this.transaction.run(ctx, (tx) => this.endOthers.execute(tx));
    return redirect('/profile/sessions', { notice: say`You are signed out everywhere but here.` });
  }

  @Post(':id/endings')
  async endOne(@Ctx() ctx: RequestContext) {
    await this.transaction.run(ctx, (tx) => this.endSession.execute(tx, ctx.params['id'] ?? ''));
    return redirect('/profile/sessions', { notice: say`That session has ended.` });
  }
}

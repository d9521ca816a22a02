import { Controller, HttpCode, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect } from '../../../src/platform/http/responses.js';
import { CancelSession } from '../use-cases/cancel-session.js';

/** Taking a live session off the calendar, on the page and as JSON. */
@Controller()
export class CancellationsController {
  constructor(
    private readonly transaction: Transaction,
    private readonly cancelling: CancelSession,
  ) {}

  @Post('teaching/live-sessions/:id/cancellations')
  @SignedIn()
  async cancel(@Ctx() ctx: RequestContext) {
    await this.transaction.run(ctx, (tx) => this.cancelling.execute(tx, { sessionId: idOf(ctx) }));
    return redirect(`/teaching/live-sessions/${idOf(ctx)}`, {
      notice: 'The session is off the calendar. Everybody with a place is told by letter.',
    });
  }

  @Post('api/v1/teaching/live-sessions/:id/cancellations')
  @HttpCode(204)
  @SignedIn()
  async cancelJson(@Ctx() ctx: RequestContext): Promise<void> {
    await this.transaction.run(ctx, (tx) => this.cancelling.execute(tx, { sessionId: idOf(ctx) }));
  }
}

function idOf(ctx: RequestContext): string {
  return idParam(ctx, 'id', 'this session');
}

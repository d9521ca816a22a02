import { Controller, Get } from '@nestjs/common';
import { Public } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { view } from '../../../src/platform/http/responses.js';
import { ReadSession } from '../use-cases/read-session.js';
import { sessionPage } from './session.page.js';

/** The facilitator's guide of a live session, with its handouts, to be read and printed. */
@Controller('courses/:course/sessions/:session')
export class SessionPlansController {
  constructor(
    private readonly transaction: Transaction,
    private readonly sessions: ReadSession,
  ) {}

  @Get()
  @Public('What can be learned here is no secret, nor how it is taught')
  async plan(@Ctx() ctx: RequestContext) {
    const { course: courseCode = '', session: sessionCode = '' } = ctx.params;
    const input = { courseCode, sessionCode, versionId: ctx.query['version'] };
    return view(
      'courses/session',
      sessionPage(await this.transaction.read(ctx, (tx) => this.sessions.execute(tx, input))),
    );
  }
}

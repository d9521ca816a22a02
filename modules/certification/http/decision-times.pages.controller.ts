import { Controller, Get } from '@nestjs/common';
import { Public } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { ReadDecisionTimes } from '../use-cases/read-decision-times.js';
import { decisionTimesPage } from './decision-times.page.js';

/** How long a body takes to decide, for everybody. */
@Controller()
@Public('a body shows everybody how long it takes to decide; numbers only, about nobody')
export class DecisionTimesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadDecisionTimes,
  ) {}

  @Get('bodies/:slug/decisions')
  async show(@Ctx() ctx: RequestContext) {
    const times = await this.transaction.read(ctx, (tx) => this.reads.execute(tx, ctx.params['slug'] ?? ''));
    const title = say`How long ${times.body.name} takes to decide`;
    return view('certification/decision-times', decisionTimesPage(times), { title });
  }

  @Get('api/v1/bodies/:slug/decisions')
  read(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.reads.execute(tx, ctx.params['slug'] ?? ''));
  }
}

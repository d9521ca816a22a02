import { Controller, Get } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { view } from '../../../src/platform/http/responses.js';
import { STAFF } from '../use-cases/open-case.js';
import { ReadQueue } from '../use-cases/read-queue.js';
import { queuePage } from './queue.page.js';

@Controller('desk/applications')
@Requires({ organization: 'certifying-body', roles: STAFF })
export class QueuePagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly queue: ReadQueue,
  ) {}

  @Get()
  async list(@Ctx() ctx: RequestContext) {
    const queue = await this.transaction.read(ctx, (tx) => this.queue.execute(tx, ctx.query));
    return view('certification/queue', queuePage(queue, ctx.query), { title: 'Applications' });
  }
}

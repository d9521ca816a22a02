import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import type { AppealOutcome } from '../domain/words.js';
import { AssignHandler } from '../use-cases/assign-handler.js';
import { DecideAppeal } from '../use-cases/decide-appeal.js';
import { ReadAppeals } from '../use-cases/read-appeals.js';
import { appealIn } from './case-in.js';
import { AppealProposalDto, AssignmentDto, FindingDto, SecondDto } from './conduct.dto.js';
import { ADMINISTRATOR, DECIDER, HANDLER, STAFF } from './conduct.roles.js';

/** Appeals at the desk: codes and days; the person's words are in the sealed case file. */
@Controller('api/v1')
export class AppealsDeskApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadAppeals,
    private readonly assigns: AssignHandler,
    private readonly decides: DecideAppeal,
  ) {}

  @Get('desk/appeals')
  @Requires(STAFF)
  async list(@Ctx() ctx: RequestContext) {
    const closed = ctx.query['closed'] === 'yes';
    return { appeals: await this.transaction.read(ctx, (tx) => this.reads.desk(tx, closed)) };
  }

  @Get('desk/appeals/:id')
  @Requires(STAFF)
  show(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.reads.detail(tx, appealIn(ctx)));
  }

  /** Hands it to somebody who had no part in the decision; they alone read its file. */
  @Post('appeals/:id/assignments')
  @Requires(ADMINISTRATOR)
  assign(@Ctx() ctx: RequestContext, @Body() { handlerId }: AssignmentDto) {
    return this.transaction.run(ctx, (tx) => this.assigns.appeal(tx, appealIn(ctx), handlerId));
  }

  @Post('appeals/:id/findings')
  @Requires(HANDLER)
  find(@Ctx() ctx: RequestContext, @Body() { borneOut }: FindingDto) {
    return this.transaction.run(ctx, (tx) => this.decides.find(tx, appealIn(ctx), borneOut));
  }

  @Post('appeals/:id/proposals')
  @Requires(DECIDER)
  propose(@Ctx() ctx: RequestContext, @Body() { outcome }: AppealProposalDto) {
    return this.transaction.run(ctx, (tx) => this.decides.propose(tx, appealIn(ctx), outcome));
  }

  /** The second person agrees, which decides and carries it out, or objects. */
  @Post('appeals/:id/seconds')
  @Requires(DECIDER)
  second(@Ctx() ctx: RequestContext, @Body() { word }: SecondDto): Promise<{ id: string; outcome?: AppealOutcome }> {
    return this.transaction.run(ctx, (tx) => this.decides[word](tx, appealIn(ctx)));
  }
}

import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { keyParts, readKey } from '../../../src/platform/http/paging.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { PROCTORS } from '../domain/rooms.js';
import { HelpInRoom } from '../use-cases/help-in-room.js';
import { ProctorRoom } from '../use-cases/proctor-room.js';
import { VoidAfterEnd } from '../use-cases/void-after-end.js';
import { OutageDto, VoidDto } from './exams.dto.js';
import { VoidDecisionDto } from './outages.dto.js';

const examIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this exam');
const afterIn = (ctx: RequestContext) => readKey(ctx.query['after'], keyParts.instant, keyParts.id);
const sittingIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this sitting');

/** Whoever watches over a group that sits, for programs: no answer is ever here. */
@Controller('api/v1')
@Requires({ organization: 'certifying-body', roles: PROCTORS })
export class ProctorApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly room: ProctorRoom,
    private readonly help: HelpInRoom,
    private readonly voids: VoidAfterEnd,
  ) {}

  /** Everybody who sits now, then those who sat, a page at a time by `?after=`. */
  @Get('exams/:id/sittings')
  async list(@Ctx() ctx: RequestContext) {
    const { exam, open, over } = await this.transaction.read(ctx, (tx) =>
      this.room.read(tx, examIn(ctx), afterIn(ctx)),
    );
    return { exam: { id: exam.id, title: exam.title }, sittings: [...open, ...over.rows], next: over.next };
  }

  /** Gives time back to everybody who sits this exam now. */
  @Post('exams/:id/outages')
  giveBackToAll(@Ctx() ctx: RequestContext, @Body() given: OutageDto) {
    return this.transaction.run(ctx, (tx) => this.help.giveBackToAll(tx, examIn(ctx), given));
  }

  @Post('proctored-sittings/:id/outages')
  giveBack(@Ctx() ctx: RequestContext, @Body() given: OutageDto) {
    return this.transaction.run(ctx, (tx) => this.help.giveBack(tx, sittingIn(ctx), given));
  }

  @Post('proctored-sittings/:id/voids')
  void(@Ctx() ctx: RequestContext, @Body() { reason }: VoidDto) {
    return this.transaction.run(ctx, (tx) => this.help.void(tx, sittingIn(ctx), reason));
  }

  /** That one that is over, and did not pass, does not count. Somebody else settles it. */
  @Post('proctored-sittings/:id/void-proposals')
  proposeVoid(@Ctx() ctx: RequestContext, @Body() { reason }: VoidDto) {
    return this.transaction.run(ctx, (tx) => this.voids.propose(tx, sittingIn(ctx), reason));
  }

  @Post('proctored-sittings/:id/void-decisions')
  settleVoid(@Ctx() ctx: RequestContext, @Body() { outcome }: VoidDecisionDto) {
    return this.transaction.run(ctx, (tx) => this.voids.settle(tx, sittingIn(ctx), outcome));
  }
}

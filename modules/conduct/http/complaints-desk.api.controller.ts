import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import type { ComplaintOutcome } from '../domain/words.js';
import { DecideComplaint } from '../use-cases/decide-complaint.js';
import { complaintIn } from './case-in.js';
import { complaintDocument } from './complaint-desk.page.js';
import { ComplaintHandling } from './complaint-handling.js';
import { AssignmentDto, FindingDto, ProposalDto, ReasonDto, SecondDto } from './conduct.dto.js';
import { ADMINISTRATOR, DECIDER, HANDLER, REGISTRAR, STAFF } from './conduct.roles.js';

/** Complaints at the desk. Words are in the sealed case file only; here are codes and days. */
@Controller('api/v1')
export class ComplaintsDeskApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly tools: ComplaintHandling,
    private readonly decides: DecideComplaint,
  ) {}

  @Get('desk/complaints')
  @Requires(STAFF)
  async list(@Ctx() ctx: RequestContext) {
    const closed = ctx.query['closed'] === 'yes';
    return { complaints: await this.transaction.read(ctx, (tx) => this.tools.reads.desk(tx, closed)) };
  }

  @Get('desk/complaints/:id')
  @Requires(STAFF)
  async show(@Ctx() ctx: RequestContext) {
    return complaintDocument(await this.transaction.read(ctx, (tx) => this.tools.reads.detail(tx, complaintIn(ctx))));
  }

  /** Hands it to somebody who had no part in it; they alone read its file. */
  @Post('complaints/:id/assignments')
  @Requires(ADMINISTRATOR)
  assign(@Ctx() ctx: RequestContext, @Body() { handlerId }: AssignmentDto) {
    return this.transaction.run(ctx, (tx) => this.tools.assigns.complaint(tx, complaintIn(ctx), handlerId));
  }

  @Post('complaints/:id/set-asides')
  @Requires(HANDLER)
  setAside(@Ctx() ctx: RequestContext, @Body() { reason }: ReasonDto) {
    return this.transaction.run(ctx, (tx) => this.tools.handles.setAside(tx, complaintIn(ctx), reason));
  }

  /** Gives the holder notice with the kinds of allegation and time to answer. */
  @Post('complaints/:id/notices')
  @Requires(HANDLER)
  giveNotice(@Ctx() ctx: RequestContext) {
    return this.transaction.run(ctx, (tx) => this.tools.handles.giveNotice(tx, complaintIn(ctx)));
  }

  @Post('complaints/:id/extensions')
  @Requires(HANDLER)
  extend(@Ctx() ctx: RequestContext, @Body() { reason }: ReasonDto) {
    return this.transaction.run(ctx, (tx) => this.tools.handles.extend(tx, complaintIn(ctx), reason));
  }

  @Post('complaints/:id/findings')
  @Requires(HANDLER)
  find(@Ctx() ctx: RequestContext, @Body() { borneOut }: FindingDto) {
    return this.transaction.run(ctx, (tx) => this.tools.handles.find(tx, complaintIn(ctx), borneOut));
  }

  @Post('complaints/:id/proposals')
  @Requires(DECIDER)
  propose(@Ctx() ctx: RequestContext, @Body() { outcome, reasons }: ProposalDto) {
    return this.transaction.run(ctx, (tx) => this.decides.propose(tx, complaintIn(ctx), { outcome, reasons }));
  }

  /** The second person agrees, which decides, or objects. */
  @Post('complaints/:id/seconds')
  @Requires(DECIDER)
  second(@Ctx() ctx: RequestContext, @Body() { word }: SecondDto): Promise<{ id: string; outcome?: ComplaintOutcome }> {
    return this.transaction.run(ctx, (tx) => this.decides[word](tx, complaintIn(ctx)));
  }

  /** Suspends at once; ends by itself unless another decider confirms it in time. */
  @Post('complaints/:id/immediate-suspensions')
  @Requires(DECIDER)
  suspend(@Ctx() ctx: RequestContext, @Body() { reason }: ReasonDto) {
    return this.transaction.run(ctx, (tx) => this.decides.suspendAtOnce(tx, complaintIn(ctx), reason));
  }

  /** Enters an outcome whose day has come, where that did not happen by itself. */
  @Post('complaints/:id/register-entries')
  @Requires(REGISTRAR)
  register(@Ctx() ctx: RequestContext) {
    return this.transaction.run(ctx, (tx) => this.tools.registers.execute(tx, complaintIn(ctx)));
  }

  @Post('complaints/:id/confirmations')
  @Requires(DECIDER)
  confirm(@Ctx() ctx: RequestContext) {
    return this.transaction.run(ctx, (tx) => this.decides.confirm(tx, complaintIn(ctx)));
  }
}

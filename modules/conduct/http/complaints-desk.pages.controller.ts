import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { complaintIn } from './case-in.js';
import { ComplaintHandling } from './complaint-handling.js';
import { complaintsPage } from './complaint-desk.page.js';
import { ComplaintView } from './complaint-view.js';
import { AssignmentDto, FindingDto, ReasonDto } from './conduct.dto.js';
import { ADMINISTRATOR, HANDLER, REGISTRAR, STAFF } from './conduct.roles.js';

/** Where complaints are handled at the desk: who has it, notice, more time, the finding. */
@Controller('desk/complaints')
export class ComplaintsDeskPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly page: ComplaintView,
    private readonly tools: ComplaintHandling,
  ) {}

  @Get()
  @Requires(STAFF)
  async list(@Ctx() ctx: RequestContext) {
    const closed = ctx.query['closed'] === 'yes';
    const found = await this.transaction.read(ctx, (tx) => this.tools.reads.desk(tx, closed));
    return view('conduct/complaints', complaintsPage(found, closed), { title: 'Complaints' });
  }

  @Get(':id')
  @Requires(STAFF)
  show(@Ctx() ctx: RequestContext) {
    return this.page.show(ctx);
  }

  @Post(':id/assignments')
  @Requires(ADMINISTRATOR)
  @FormPage('show')
  async assign(@Ctx() ctx: RequestContext, @Body() { handlerId }: AssignmentDto) {
    await this.transaction.run(ctx, (tx) => this.tools.assigns.complaint(tx, complaintIn(ctx), handlerId));
    return this.back(ctx, 'Your colleague handles it and may read its sealed file');
  }

  @Post(':id/set-asides')
  @Requires(HANDLER)
  @FormPage('show')
  async setAside(@Ctx() ctx: RequestContext, @Body() { reason }: ReasonDto) {
    await this.transaction.run(ctx, (tx) => this.tools.handles.setAside(tx, complaintIn(ctx), reason));
    return this.back(ctx, 'It is not taken up');
  }

  @Post(':id/notices')
  @Requires(HANDLER)
  @FormPage('show')
  async giveNotice(@Ctx() ctx: RequestContext) {
    await this.transaction.run(ctx, (tx) => this.tools.handles.giveNotice(tx, complaintIn(ctx)));
    return this.back(ctx, 'The holder has notice and time to answer');
  }

  @Post(':id/extensions')
  @Requires(HANDLER)
  @FormPage('show')
  async extend(@Ctx() ctx: RequestContext, @Body() { reason }: ReasonDto) {
    await this.transaction.run(ctx, (tx) => this.tools.handles.extend(tx, complaintIn(ctx), reason));
    return this.back(ctx, 'There is more time to decide');
  }

  @Post(':id/findings')
  @Requires(HANDLER)
  @FormPage('show')
  async find(@Ctx() ctx: RequestContext, @Body() { borneOut }: FindingDto) {
    await this.transaction.run(ctx, (tx) => this.tools.handles.find(tx, complaintIn(ctx), borneOut));
    return this.back(ctx, 'Your finding is recorded');
  }

  @Post(':id/register-entries')
  @Requires(REGISTRAR)
  @FormPage('show')
  async register(@Ctx() ctx: RequestContext) {
    await this.transaction.run(ctx, (tx) => this.tools.registers.execute(tx, complaintIn(ctx)));
    return this.back(ctx, 'The register shows it. The holder is told by letter');
  }

  private back(ctx: RequestContext, notice: string) {
    return redirect(`/desk/complaints/${complaintIn(ctx)}`, { notice });
  }
}

import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { AssignHandler } from '../use-cases/assign-handler.js';
import { DecideAppeal } from '../use-cases/decide-appeal.js';
import { ReadAppeals } from '../use-cases/read-appeals.js';
import { deskAppealPage, deskAppealsPage } from './appeals.page.js';
import { appealIn } from './case-in.js';
import { AppealProposalDto, AssignmentDto, FindingDto, SecondDto } from './conduct.dto.js';
import { ADMINISTRATOR, DECIDER, HANDLER, STAFF } from './conduct.roles.js';

/** Appeals at the desk. */
@Controller('desk/appeals')
export class AppealsDeskPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadAppeals,
    private readonly assigns: AssignHandler,
    private readonly decides: DecideAppeal,
  ) {}

  @Get()
  @Requires(STAFF)
  async list(@Ctx() ctx: RequestContext) {
    const closed = ctx.query['closed'] === 'yes';
    const found = await this.transaction.read(ctx, (tx) => this.reads.desk(tx, closed));
    return view('conduct/desk-appeals', deskAppealsPage(found, closed), { title: 'Appeals' });
  }

  @Get(':id')
  @Requires(STAFF)
  async show(@Ctx() ctx: RequestContext) {
    const found = await this.transaction.read(ctx, (tx) => this.reads.detail(tx, appealIn(ctx)));
    return view('conduct/desk-appeal', deskAppealPage(found), { title: `Appeal of ${found.person}` });
  }

  @Post(':id/assignments')
  @Requires(ADMINISTRATOR)
  @FormPage('show')
  async assign(@Ctx() ctx: RequestContext, @Body() { handlerId }: AssignmentDto) {
    await this.transaction.run(ctx, (tx) => this.assigns.appeal(tx, appealIn(ctx), handlerId));
    return this.back(ctx, 'Your colleague handles it and may read its sealed file');
  }

  @Post(':id/findings')
  @Requires(HANDLER)
  @FormPage('show')
  async find(@Ctx() ctx: RequestContext, @Body() { borneOut }: FindingDto) {
    await this.transaction.run(ctx, (tx) => this.decides.find(tx, appealIn(ctx), borneOut));
    return this.back(ctx, 'Your finding is recorded');
  }

  @Post(':id/proposals')
  @Requires(DECIDER)
  @FormPage('show')
  async propose(@Ctx() ctx: RequestContext, @Body() { outcome }: AppealProposalDto) {
    await this.transaction.run(ctx, (tx) => this.decides.propose(tx, appealIn(ctx), outcome));
    return this.back(ctx, 'Your proposal is recorded. A second person decides on it');
  }

  @Post(':id/seconds')
  @Requires(DECIDER)
  @FormPage('show')
  async second(@Ctx() ctx: RequestContext, @Body() { word }: SecondDto) {
    await this.transaction.run(ctx, (tx) => this.decides[word](tx, appealIn(ctx)));
    return this.back(
      ctx,
      word === 'agree' ? 'It is decided. The person is told by letter' : 'It goes back to be proposed anew',
    );
  }

  private back(ctx: RequestContext, notice: string) {
    return redirect(`/desk/appeals/${appealIn(ctx)}`, { notice });
  }
}

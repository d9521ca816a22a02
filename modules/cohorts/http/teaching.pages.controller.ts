import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { Invite } from '../use-cases/invite.js';
import { OpenCohort } from '../use-cases/open-cohort.js';
import { ReadTeaching } from '../use-cases/read-teaching.js';
import { CohortDto, InvitationDto } from './cohorts.dto.js';
import { teachingForms, teachingPage } from './teaching.page.js';

/** What an organization teaches and whom it invites. Who teaches or invites for none is told so. */
@Controller('teaching')
export class TeachingPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly teaching: ReadTeaching,
    private readonly openCohort: OpenCohort,
    private readonly inviting: Invite,
  ) {}

  @Get()
  @SignedIn()
  async all(@Ctx() ctx: RequestContext) {
    const { after } = ctx.query;
    return view('cohorts/teaching', teachingPage(await this.read(ctx), after), { title: 'Teaching' });
  }

  @Get('cohorts/new')
  @SignedIn()
  async newCohort(@Ctx() ctx: RequestContext) {
    return view('cohorts/new-cohort', teachingForms(await this.read(ctx)), { title: 'Begin a group' });
  }

  @Post('cohorts')
  @SignedIn()
  @FormPage('newCohort')
  async open(@Ctx() ctx: RequestContext, @Body() cohort: CohortDto) {
    const { id } = await this.transaction.run(ctx, (tx) => this.openCohort.execute(tx, cohort));
    return redirect(`/teaching/cohorts/${id}`, { notice: 'The group is begun.' });
  }

  @Get('invitations/new')
  @SignedIn()
  async newInvitation(@Ctx() ctx: RequestContext) {
    return view('cohorts/new-invitation', teachingForms(await this.read(ctx)), {
      title: 'Invite somebody to a course',
    });
  }

  @Post('invitations')
  @SignedIn()
  @FormPage('newInvitation')
  async invite(@Ctx() ctx: RequestContext, @Body() invitation: InvitationDto) {
    await this.transaction.run(ctx, (tx) => this.inviting.execute(tx, invitation));
    return redirect('/teaching', { notice: 'The invitation is on its way. Nothing begins before they say yes.' });
  }

  @Post('invitations/:id/withdrawals')
  @SignedIn()
  async withdraw(@Ctx() ctx: RequestContext) {
    const invitationId = idParam(ctx, 'id', 'this invitation');
    await this.transaction.run(ctx, (tx) => this.inviting.withdraw(tx, { invitationId }));
    return redirect('/teaching', { notice: 'The invitation is taken back.' });
  }

  private read(ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.teaching.execute(tx, { after: ctx.query['after'] }));
  }
}

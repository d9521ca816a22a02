import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { LendAHand } from '../use-cases/lend-a-hand.js';
import { ReadTaughtCohort } from '../use-cases/read-taught-cohort.js';
import { ScheduleSession } from '../use-cases/schedule-session.js';
import { LiveSessionDto, PersonDto } from './cohorts.dto.js';
import { groupPage, sessionForm } from './teaching.page.js';

/** One group, for those who teach it; for everybody else there is no such group. */
@Controller('teaching/cohorts/:id')
export class GroupsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly cohorts: ReadTaughtCohort,
    private readonly scheduling: ScheduleSession,
    private readonly lending: LendAHand,
  ) {}

  @Get()
  @SignedIn()
  async one(@Ctx() ctx: RequestContext) {
    return view('cohorts/group', groupPage(await this.read(ctx), ctx.query['after']));
  }

  @Get('live-sessions/new')
  @SignedIn()
  async newSession(@Ctx() ctx: RequestContext) {
    return view('cohorts/new-session', sessionForm(await this.read(ctx)), { title: 'Schedule a live session' });
  }

  @Post('live-sessions')
  @SignedIn()
  @FormPage('newSession')
  async schedule(@Ctx() ctx: RequestContext, @Body() session: LiveSessionDto) {
    await this.transaction.run(ctx, (tx) => this.scheduling.execute(tx, { ...session, cohortId: idOf(ctx) }));
    return redirect(`/teaching/cohorts/${idOf(ctx)}`, { notice: 'The session is on the calendar.' });
  }

  @Post('letters')
  @SignedIn()
  @FormPage('one')
  async write(@Ctx() ctx: RequestContext, @Body() { personId }: PersonDto) {
    await this.transaction.run(ctx, (tx) => this.lending.execute(tx, { cohortId: idOf(ctx), personId }));
    return redirect(`/teaching/cohorts/${idOf(ctx)}`, { notice: 'A letter is on its way. It asks for nothing.' });
  }

  private read(ctx: RequestContext) {
    const input = { cohortId: idOf(ctx), after: ctx.query['after'] };
    return this.transaction.read(ctx, (tx) => this.cohorts.execute(tx, input));
  }
}

function idOf(ctx: RequestContext): string {
  return idParam(ctx, 'id', 'this group');
}

import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { AnswerOffer } from '../use-cases/answer-offer.js';
import { AskForPlace } from '../use-cases/ask-for-place.js';
import { ReadCohorts } from '../use-cases/read-cohorts.js';
import { CodeDto } from './cohorts.dto.js';
import { cohortPage, cohortsPage } from './cohorts.page.js';

/** Groups for those who learn: which there are, a place in one, the way out again. */
@Controller('cohorts')
export class CohortsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly cohorts: ReadCohorts,
    private readonly ask: AskForPlace,
    private readonly answer: AnswerOffer,
  ) {}

  @Get()
  @SignedIn()
  async list(@Ctx() ctx: RequestContext) {
    const courseCode = ctx.query['course'] ?? null;
    const lists = await this.transaction.read(ctx, (tx) => this.cohorts.execute(tx, { courseCode }));
    return view('cohorts/cohorts', cohortsPage(lists), { title: say`Groups` });
  }

  @Post('joinings')
  @SignedIn()
  @FormPage('list')
  async join(@Ctx() ctx: RequestContext, @Body() { code }: CodeDto) {
    const { cohortId, state } = await this.transaction.run(ctx, (tx) => this.ask.execute(tx, { code }));
    return redirect(`/cohorts/${cohortId}`, { notice: sayWord(NOTICES[state === 'held' ? 'held' : 'waiting']) });
  }

  @Get(':id')
  @SignedIn()
  async one(@Ctx() ctx: RequestContext) {
    return view(
      'cohorts/cohort',
      cohortPage(await this.transaction.read(ctx, (tx) => this.cohorts.one(tx, idOf(ctx)))),
    );
  }

  @Post(':id/places')
  @SignedIn()
  @FormPage('one')
  async askForPlace(@Ctx() ctx: RequestContext) {
    const { state } = await this.transaction.run(ctx, (tx) => this.ask.execute(tx, { cohortId: idOf(ctx) }));
    return redirect(`/cohorts/${idOf(ctx)}`, { notice: sayWord(NOTICES[state === 'held' ? 'held' : 'waiting']) });
  }

  @Post(':id/acceptances')
  @SignedIn()
  @FormPage('one')
  async accept(@Ctx() ctx: RequestContext) {
    await this.transaction.run(ctx, (tx) => this.answer.accept(tx, { cohortId: idOf(ctx) }));
    return redirect(`/cohorts/${idOf(ctx)}`, { notice: sayWord(NOTICES.held) });
  }

  @Post(':id/departures')
  @SignedIn()
  async leave(@Ctx() ctx: RequestContext) {
    await this.transaction.run(ctx, (tx) => this.answer.leave(tx, { cohortId: idOf(ctx) }));
    return redirect('/cohorts', { notice: say`You have left the group. The course itself stays yours.` });
  }
}

const NOTICES = {
  held: 'You have a place in this group, and you are in the course.',
  waiting: 'You are on the list. We write to you when a place is free. You can begin the course meanwhile.',
} as const;

function idOf(ctx: RequestContext): string {
  return idParam(ctx, 'id', 'this group');
}

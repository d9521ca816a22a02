import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { AnswerOffer } from '../use-cases/answer-offer.js';
import { AskForPlace } from '../use-cases/ask-for-place.js';
import { ReadCohorts, type CohortLine } from '../use-cases/read-cohorts.js';
import { CodeDto } from './cohorts.dto.js';

@Controller('api/v1')
export class CohortsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly cohorts: ReadCohorts,
    private readonly ask: AskForPlace,
    private readonly answer: AnswerOffer,
  ) {}

  /** Groups that the caller is in, and groups they can ask for a place in (`?course=`). */
  @Get('cohorts')
  @SignedIn()
  async list(@Ctx() ctx: RequestContext) {
    const courseCode = ctx.query['course'] ?? null;
    const { own, open } = await this.transaction.read(ctx, (tx) => this.cohorts.execute(tx, { courseCode }));
    return { own: own.map(documentOf), open: open.map(documentOf) };
  }

  /** Joins by the code of a group. */
  @Post('cohort-joinings')
  @SignedIn()
  join(@Ctx() ctx: RequestContext, @Body() { code }: CodeDto) {
    return this.transaction.run(ctx, (tx) => this.ask.execute(tx, { code }));
  }

  /** Asks for a place; a repeat tells how it stands. */
  @Post('cohorts/:id/places')
  @SignedIn()
  askForPlace(@Ctx() ctx: RequestContext) {
    return this.transaction.run(ctx, (tx) => this.ask.execute(tx, { cohortId: idOf(ctx) }));
  }

  /** Takes the place that was offered. */
  @Post('cohorts/:id/acceptances')
  @SignedIn()
  accept(@Ctx() ctx: RequestContext) {
    return this.transaction.run(ctx, async (tx) => {
      await this.answer.accept(tx, { cohortId: idOf(ctx) });
      return { state: 'held' };
    });
  }

  /** Gives up the place, the offer or the waiting. */
  @Post('cohorts/:id/departures')
  @HttpCode(204)
  @SignedIn()
  async leave(@Ctx() ctx: RequestContext): Promise<void> {
    await this.transaction.run(ctx, (tx) => this.answer.leave(tx, { cohortId: idOf(ctx) }));
  }
}

function documentOf({ cohort, courseTitle, organization, free, place }: CohortLine) {
  const { id, title, courseCode, startsOn, endsOn, places } = cohort;
  return {
    id,
    title,
    courseCode,
    courseTitle,
    organization,
    startsOn: startsOn.toString(),
    endsOn: endsOn.toString(),
    places,
    free,
    state: place?.state ?? null,
    offeredUntil: place?.offeredUntil?.toString() ?? null,
  };
}

function idOf(ctx: RequestContext): string {
  return idParam(ctx, 'id', 'this group');
}

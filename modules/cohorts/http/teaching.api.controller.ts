import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { LendAHand } from '../use-cases/lend-a-hand.js';
import { OpenCohort } from '../use-cases/open-cohort.js';
import { ReadTaughtCohort } from '../use-cases/read-taught-cohort.js';
import { CohortDto, PersonDto } from './cohorts.dto.js';

@Controller('api/v1/teaching/cohorts')
export class TeachingApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly cohorts: ReadTaughtCohort,
    private readonly opening: OpenCohort,
    private readonly lending: LendAHand,
  ) {}

  /** Begins a group for a course. */
  @Post()
  @HttpCode(201)
  @SignedIn()
  open(@Ctx() ctx: RequestContext, @Body() cohort: CohortDto) {
    return this.transaction.run(ctx, (tx) => this.opening.execute(tx, cohort));
  }

  /** A group that the caller teaches: code, sessions, and a page of its people (`?after=`). */
  @Get(':id')
  @SignedIn()
  async one(@Ctx() ctx: RequestContext) {
    const input = { cohortId: idOf(ctx), after: ctx.query['after'] };
    return documentOf(await this.transaction.read(ctx, (tx) => this.cohorts.execute(tx, input)));
  }

  /** Sends one of its people the letter that offers a hand. */
  @Post(':id/letters')
  @HttpCode(204)
  @SignedIn()
  async write(@Ctx() ctx: RequestContext, @Body() { personId }: PersonDto): Promise<void> {
    await this.transaction.run(ctx, (tx) => this.lending.execute(tx, { cohortId: idOf(ctx), personId }));
  }
}

type Taught = Awaited<ReturnType<ReadTaughtCohort['execute']>>;

function documentOf({ cohort, taken, waiting, members, sessions }: Taught) {
  const { id, title, courseCode, joinCode, places, startsOn, endsOn } = cohort;
  return {
    id,
    title,
    courseCode,
    joinCode,
    places,
    taken,
    waiting,
    startsOn: startsOn.toString(),
    endsOn: endsOn.toString(),
    sessions: sessions.map(({ id: sessionId, title: name, startsAt, minutes, delivery, place, isCancelled }) => ({
      id: sessionId,
      title: name,
      startsAt: startsAt.toString(),
      minutes,
      delivery,
      place,
      isCancelled,
    })),
    members: members.rows.map(({ personId, name, activity, hands }) => ({
      personId,
      name,
      lessonsDone: activity?.lessonsDone ?? null,
      isPaused: activity?.isPaused ?? false,
      isFinished: activity?.isFinished ?? false,
      hands,
    })),
    next: members.next,
  };
}

function idOf(ctx: RequestContext): string {
  return idParam(ctx, 'id', 'this group or session');
}

import { Body, Controller, Get, Post } from '@nestjs/common';
import { organizationsOf } from '../../../src/kernel/actor.js';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { keyParts, pageLinks, readKey } from '../../../src/platform/http/paging.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { AnswerAccommodation } from '../use-cases/answer-accommodation.js';
import { GrantAccommodation } from '../use-cases/grant-accommodation.js';
import { ReadAccommodations } from '../use-cases/read-accommodations.js';
import { DeclineAccommodationDto, EndAccommodationDto, SettleAccommodationDto } from './accommodations.dto.js';
import {
  accommodationPage,
  accommodationRequestPage,
  grantedListPage,
  waitingListPage,
} from './accommodations-desk.page.js';
import { dayOf, settled } from './settled.js';

const DESK = '/desk/accommodations';
const requestIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this request');
const accommodationIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this accommodation');
const keyIn = (key: string | undefined) => readKey(key, keyParts.instant, keyParts.id);

/** What is made easier for whom, for those at a body who look after it; whoever decides there finds nothing. */
@Controller('desk/accommodations')
@Requires({ organization: 'certifying-body', roles: ['registrar', 'administrator'] })
export class AccommodationsDeskPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly read: ReadAccommodations,
    private readonly answering: AnswerAccommodation,
    private readonly granting: GrantAccommodation,
  ) {}

  /** What waits for an answer, or with `?show=granted` what holds. */
  @Get()
  async list(@Ctx() ctx: RequestContext) {
    const { after, show } = ctx.query;
    const several = new Set(organizationsOf(ctx.actor, 'registrar', 'administrator')).size > 1;
    const page = await this.transaction.read(ctx, async (tx) => {
      if (show === 'granted') return grantedListPage(await this.read.holding(tx, keyIn(after)), several);
      return waitingListPage(await this.read.waiting(tx, keyIn(after)), several);
    });
    const pages = pageLinks(DESK, { show: page.isGranted ? 'granted' : undefined }, { after, next: page.next });
    return view('quizzes/accommodations-desk', { ...page, pages }, { title: 'Accommodations' });
  }

  @Get('requests/:id')
  async request(@Ctx() ctx: RequestContext) {
    const page = await this.transaction.read(ctx, async (tx) => {
      const [one] = await this.read.withParties(tx, [await this.answering.find(tx, requestIn(ctx))]);
      return one && accommodationRequestPage(ctx.actor, one, { now: tx.now, again: ctx.form !== undefined });
    });
    return view('quizzes/accommodation-request', { ...page }, { title: page?.title ?? '' });
  }

  @Post('requests/:id/grants')
  @FormPage('request')
  async grant(@Ctx() ctx: RequestContext, @Body() given: SettleAccommodationDto) {
    const answer = { outcome: 'granted' as const, ...settled(given) };
    await this.transaction.run(ctx, (tx) => this.answering.execute(tx, requestIn(ctx), answer));
    return redirect(DESK, { notice: 'It is settled, and the person is told by letter.' });
  }

  @Post('requests/:id/declines')
  @FormPage('request')
  async decline(@Ctx() ctx: RequestContext, @Body() { reason }: DeclineAccommodationDto) {
    const answer = { outcome: 'declined' as const, reason };
    await this.transaction.run(ctx, (tx) => this.answering.execute(tx, requestIn(ctx), answer));
    return redirect(DESK, { notice: 'The answer is kept, and the person is told by letter.' });
  }

  @Get(':id')
  async show(@Ctx() ctx: RequestContext) {
    const page = await this.transaction.read(ctx, async (tx) => {
      const [one] = await this.read.withParties(tx, [await this.granting.find(tx, accommodationIn(ctx))]);
      return one && accommodationPage(ctx.actor, one, { now: tx.now, again: ctx.form !== undefined });
    });
    return view('quizzes/accommodation', { ...page }, { title: page?.title ?? '' });
  }

  @Post(':id/adjustments')
  @FormPage('show')
  async adjust(@Ctx() ctx: RequestContext, @Body() given: SettleAccommodationDto) {
    await this.transaction.run(ctx, (tx) => this.granting.adjust(tx, accommodationIn(ctx), settled(given)));
    return redirect(DESK, {
      notice: 'It is adjusted, and the person is told by letter. What is under way keeps its time.',
    });
  }

  @Post(':id/endings')
  @FormPage('show')
  async end(@Ctx() ctx: RequestContext, @Body() { lastDay }: EndAccommodationDto) {
    await this.transaction.run(ctx, (tx) => this.granting.end(tx, accommodationIn(ctx), dayOf(lastDay)));
    return redirect(DESK, {
      notice: lastDay
        ? 'Its last day is settled, and the person is told by letter. What is under way then keeps its time.'
        : 'It is ended, and the person is told by letter. What is under way keeps its time.',
    });
  }
}

import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Requires, SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { keyParts, readKey } from '../../../src/platform/http/paging.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { AnswerAccommodation } from '../use-cases/answer-accommodation.js';
import { AskAccommodation } from '../use-cases/ask-accommodation.js';
import { GrantAccommodation } from '../use-cases/grant-accommodation.js';
import { ReadAccommodations, type WithParties } from '../use-cases/read-accommodations.js';
import {
  AskAccommodationDto,
  DeclineAccommodationDto,
  EndAccommodationDto,
  SettleAccommodationDto,
} from './accommodations.dto.js';
import { dayOf, settled } from './settled.js';

const requestIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this request');
const accommodationIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this accommodation');
const keyIn = (ctx: RequestContext) => readKey(ctx.query['after'], keyParts.instant, keyParts.id);

/** A person's own accommodations, for programs. */
@Controller('api/v1')
@SignedIn()
export class AccommodationsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly read: ReadAccommodations,
    private readonly asking: AskAccommodation,
    private readonly granting: GrantAccommodation,
  ) {}

  /** What holds, what will, and what was asked. */
  @Get('accommodations')
  async own(@Ctx() ctx: RequestContext) {
    const { granted, requests } = await this.transaction.read(ctx, (tx) => this.read.own(tx));
    return { granted: granted.map(ownView), requests: requests.map(ownView) };
  }

  @Post('accommodations/:id/endings')
  @HttpCode(200)
  end(@Ctx() ctx: RequestContext) {
    return this.transaction.run(ctx, (tx) => this.granting.endOwn(tx, accommodationIn(ctx)));
  }

  @Post('accommodation-requests')
  ask(@Ctx() ctx: RequestContext, @Body() wish: AskAccommodationDto) {
    return this.transaction.run(ctx, (tx) => this.asking.execute(tx, wish));
  }

  @Post('accommodation-requests/:id/withdrawals')
  @HttpCode(200)
  withdraw(@Ctx() ctx: RequestContext) {
    return this.transaction.run(ctx, (tx) => this.asking.withdraw(tx, requestIn(ctx)));
  }
}

/** Accommodations of a body's people, for programs of those who look after them. */
@Controller('api/v1/desk')
@Requires({ organization: 'certifying-body', roles: ['registrar', 'administrator'] })
export class AccommodationsDeskApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly read: ReadAccommodations,
    private readonly answering: AnswerAccommodation,
    private readonly granting: GrantAccommodation,
  ) {}

  @Get('accommodation-requests')
  async waiting(@Ctx() ctx: RequestContext) {
    const { rows, next } = await this.transaction.read(ctx, (tx) => this.read.waiting(tx, keyIn(ctx)));
    return { requests: rows.map(withPerson), next };
  }

  @Get('accommodations')
  async holding(@Ctx() ctx: RequestContext) {
    const { rows, next } = await this.transaction.read(ctx, (tx) => this.read.holding(tx, keyIn(ctx)));
    return { accommodations: rows.map(withPerson), next };
  }

  @Post('accommodation-requests/:id/grants')
  grant(@Ctx() ctx: RequestContext, @Body() given: SettleAccommodationDto) {
    const answer = { outcome: 'granted' as const, ...settled(given) };
    return this.transaction.run(ctx, (tx) => this.answering.execute(tx, requestIn(ctx), answer));
  }

  @Post('accommodation-requests/:id/declines')
  decline(@Ctx() ctx: RequestContext, @Body() { reason }: DeclineAccommodationDto) {
    return this.transaction.run(ctx, (tx) =>
      this.answering.execute(tx, requestIn(ctx), { outcome: 'declined', reason }),
    );
  }

  @Post('accommodations/:id/adjustments')
  adjust(@Ctx() ctx: RequestContext, @Body() given: SettleAccommodationDto) {
    return this.transaction.run(ctx, (tx) => this.granting.adjust(tx, accommodationIn(ctx), settled(given)));
  }

  @Post('accommodations/:id/endings')
  @HttpCode(200)
  end(@Ctx() ctx: RequestContext, @Body() { lastDay }: EndAccommodationDto) {
    return this.transaction.run(ctx, (tx) => this.granting.end(tx, accommodationIn(ctx), dayOf(lastDay)));
  }
}

function ownView<T extends { id: string; bodyId: string }>(one: T & { body: unknown; personId: string }) {
  const { body: _body, personId: _personId, ...rest } = one;
  return rest;
}

function withPerson<T extends { bodyId: string; personId: string }>(one: WithParties<T>) {
  const { body: _body, person, ...rest } = one;
  return { ...rest, person: { number: person.number, legalName: person.legalName } };
}

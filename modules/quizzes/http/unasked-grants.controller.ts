import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { GrantUnasked } from '../use-cases/grant-unasked.js';
import { ReadAccommodations } from '../use-cases/read-accommodations.js';
import { GrantUnaskedDto } from './accommodations.dto.js';
import { unaskedGrantPage } from './accommodations-desk.page.js';
import { settled } from './settled.js';

/** What people asked for by mail, by phone or in the room, settled by those at a body who look after it. */
@Controller('desk/accommodations')
@Requires({ organization: 'certifying-body', roles: ['registrar', 'administrator'] })
export class UnaskedGrantsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly read: ReadAccommodations,
    private readonly granting: GrantUnasked,
  ) {}

  @Get('new')
  async show(@Ctx() ctx: RequestContext) {
    const page = await this.transaction.read(ctx, async (tx) =>
      unaskedGrantPage(await this.read.ownBodies(tx), { now: tx.now, again: ctx.form !== undefined }),
    );
    return view('quizzes/unasked-grant', page, { title: 'Settle what helps a person' });
  }

  @Post()
  @FormPage('show')
  async grant(@Ctx() ctx: RequestContext, @Body() given: GrantUnaskedDto) {
    await this.transaction.run(ctx, (tx) => this.granting.execute(tx, settled(given)));
    return redirect('/desk/accommodations?show=granted', {
      notice: 'It is settled, and the person is told by letter.',
    });
  }
}

/** The same for programs. */
@Controller('api/v1/desk/accommodations')
@Requires({ organization: 'certifying-body', roles: ['registrar', 'administrator'] })
export class UnaskedGrantsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly granting: GrantUnasked,
  ) {}

  @Post()
  grant(@Ctx() ctx: RequestContext, @Body() given: GrantUnaskedDto) {
    return this.transaction.run(ctx, (tx) => this.granting.execute(tx, settled(given)));
  }
}

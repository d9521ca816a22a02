import { Body, Controller, Get, Injectable, Post } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { AnswerErasure, ERASURE_ROLES, ReadDeskErasures, type ErasureAtDesk } from '../use-cases/answer-erasure.js';
import { ErasureAnswerDto } from './privacy.dto.js';
import { deskErasuresPage } from './privacy.page.js';

/** What staff does about requests for erasure, for pages and programs alike. */
@Injectable()
export class DeskErasures {
  constructor(
    private readonly transaction: Transaction,
    private readonly reading: ReadDeskErasures,
    private readonly answering: AnswerErasure,
  ) {}

  read(ctx: RequestContext): Promise<ErasureAtDesk[]> {
    return this.transaction.read(ctx, (tx) => this.reading.execute(tx));
  }

  answer(ctx: RequestContext, { bodyId, reason, keepUntil }: ErasureAnswerDto): Promise<{ erasureId: string }> {
    const erasureId = idParam(ctx, 'id', 'this request');
    const keep = reason === 'not_needed' ? null : { reason, until: Temporal.PlainDate.from(keepUntil) };
    return this.transaction.run(ctx, (tx) => this.answering.execute(tx, { erasureId, bodyId, keep }));
  }
}

/** Requests for erasure of people whom a body has a legal file about. */
@Controller('desk/erasures')
@Requires({ organization: 'certifying-body', roles: ERASURE_ROLES })
export class ErasuresPagesController {
  constructor(private readonly desk: DeskErasures) {}

  @Get()
  async list(@Ctx() ctx: RequestContext) {
    const page = deskErasuresPage(await this.desk.read(ctx));
    return view('privacy/desk-erasures', page, { title: 'Requests for erasure' });
  }

  @Post(':id/answers')
  @FormPage('list')
  async answer(@Ctx() ctx: RequestContext, @Body() answer: ErasureAnswerDto) {
    await this.desk.answer(ctx, answer);
    return redirect('/desk/erasures', { notice: 'Your answer is saved.' });
  }
}

@Controller('api/v1/desk/erasures')
@Requires({ organization: 'certifying-body', roles: ERASURE_ROLES })
export class ErasuresApiController {
  constructor(private readonly desk: DeskErasures) {}

  @Get()
  async list(@Ctx() ctx: RequestContext) {
    return { erasures: await this.desk.read(ctx) };
  }

  @Post(':id/answers')
  answer(@Ctx() ctx: RequestContext, @Body() answer: ErasureAnswerDto) {
    return this.desk.answer(ctx, answer);
  }
}

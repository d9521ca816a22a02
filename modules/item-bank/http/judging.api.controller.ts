import { Body, Controller, Get, Header, Put } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { JudgeItems } from '../use-cases/judge-items.js';
import { EstimatesDto } from './item-bank.dto.js';

const studyIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this study');

/** A judge's studies for programs; the items are there while a study is open. */
@Controller('api/v1/item-bank/judging')
@Requires({ organization: 'certifying-body', roles: ['item-judge'] })
export class JudgingApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly judging: JudgeItems,
  ) {}

  @Get()
  async list(@Ctx() ctx: RequestContext) {
    return { studies: await this.transaction.read(ctx, (tx) => this.judging.open(tx)) };
  }

  @Get(':id')
  @Header('cache-control', 'no-store')
  show(@Ctx() ctx: RequestContext) {
    return this.transaction.run(unrepeatable(ctx), (tx) => this.judging.read(tx, studyIn(ctx)));
  }

  @Put(':id/estimates')
  save(@Ctx() ctx: RequestContext, @Body() { estimates }: EstimatesDto) {
    return this.transaction.run(ctx, (tx) => this.judging.save(tx, { studyId: studyIn(ctx), estimates }));
  }
}

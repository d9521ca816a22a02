import { Controller, Get, Query } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { ReadSealedReadings } from '../use-cases/read-sealed-readings.js';
import { readingsAsked, SealedReadingsDto } from './sealed-readings.dto.js';
import { sealedReadingTold } from './sealed-readings.page.js';

/** The log of sealed words, for programs of those who audit it. */
@Controller('api/v1/exam-readings')
@Requires({ organization: 'certifying-body', roles: ['administrator'] })
export class SealedReadingsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly log: ReadSealedReadings,
  ) {}

  /** Newest first: items, challenges, rulings and reasons about a pass, by whom they were read and why; no word of any. */
  @Get()
  async list(@Ctx() ctx: RequestContext, @Query() asked: SealedReadingsDto) {
    const query = { ...readingsAsked(asked), after: asked.after };
    const { rows, next } = await this.transaction.read(ctx, (tx) => this.log.page(tx, query));
    return { readings: rows.map(sealedReadingTold), next };
  }
}

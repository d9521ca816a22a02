import { Controller, Get, Query } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { file, view } from '../../../src/platform/http/responses.js';
import { ReadSealedReadings } from '../use-cases/read-sealed-readings.js';
import { sealedReadingsCsv } from './sealed-readings-csv.js';
import { readingsAsked, SealedReadingsDto } from './sealed-readings.dto.js';
import { sealedReadingsPage } from './sealed-readings.page.js';

/** Lines of one file: more than that no spreadsheet of a person's needs. */
const MOST = 20_000;

/** The log of sealed words, for those who audit it: they see who read what, and none of the words. */
@Controller('desk/exams')
@Requires({ organization: 'certifying-body', roles: ['administrator'] })
export class SealedReadingsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly log: ReadSealedReadings,
  ) {}

  @Get('readings')
  async list(@Ctx() ctx: RequestContext, @Query() asked: SealedReadingsDto) {
    const query = { ...readingsAsked(asked), after: asked.after };
    const page = sealedReadingsPage(await this.transaction.read(ctx, (tx) => this.log.page(tx, query)), asked);
    return view('exams/readings', page, { title: page.title });
  }

  @Get('readings.csv')
  async csv(@Ctx() ctx: RequestContext, @Query() asked: SealedReadingsDto) {
    const found = await this.transaction.read(ctx, (tx) => this.log.all(tx, readingsAsked(asked), MOST));
    return file(Buffer.from(sealedReadingsCsv(found)), 'who-read-sealed-words.csv', 'text/csv; charset=utf-8');
  }
}

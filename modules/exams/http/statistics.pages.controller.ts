import { Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { keyParts, readKey } from '../../../src/platform/http/paging.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { DomainTitles } from '../use-cases/domain-titles.js';
import { ReadFormStatistics, RequestFormStatistics } from '../use-cases/form-statistics-desk.js';
import { formStatisticsPage, STATISTICS, statisticsListPage } from './statistics.page.js';

const formIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this form');

/** How forms and items did, for psychometricians: items by number only, so nothing here is a reading. */
@Controller('desk/exams/statistics')
@Requires({ organization: 'certifying-body', roles: ['psychometrician'] })
export class StatisticsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly read: ReadFormStatistics,
    private readonly request: RequestFormStatistics,
    private readonly titles: DomainTitles,
  ) {}

  @Get()
  async list(@Ctx() ctx: RequestContext) {
    const { after } = ctx.query;
    const [key = null] = readKey(after, keyParts.id) ?? [];
    const page = statisticsListPage(await this.transaction.read(ctx, (tx) => this.read.list(tx, key)), after);
    return view('exams/statistics', page, { title: page.title });
  }

  @Get(':id')
  async show(@Ctx() ctx: RequestContext) {
    const page = await this.transaction.read(ctx, async (tx) =>
      formStatisticsPage(await this.read.one(tx, formIn(ctx)), await this.titles.execute(tx)),
    );
    return view('exams/form-statistics', page, { title: `Statistics: ${page.title}` });
  }

  @Post(':id/runs')
  async run(@Ctx() ctx: RequestContext) {
    const { formId } = await this.transaction.run(ctx, (tx) => this.request.execute(tx, { formId: formIn(ctx) }));
    return redirect(`${STATISTICS}/${formId}`, {
      notice: 'The statistics are being worked out. Load this page again in a moment.',
    });
  }
}

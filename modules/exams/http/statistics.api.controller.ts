import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { keyParts, readKey } from '../../../src/platform/http/paging.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { SETTLED_FROM, SHOWN_FROM, weightOf } from '../domain/statistics/flags.js';
import { ReadFormStatistics, RequestFormStatistics } from '../use-cases/form-statistics-desk.js';
import { itemNames } from './statistics.page.js';

const formIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this form');

/** How forms and items did, for programs of psychometricians: items by number only, so nothing here is a reading. */
@Controller('api/v1/exam-statistics')
@Requires({ organization: 'certifying-body', roles: ['psychometrician'] })
export class StatisticsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly read: ReadFormStatistics,
    private readonly request: RequestFormStatistics,
  ) {}

  /** Forms that somebody has sat, newest first; `?after=` is the `next` of the page before. */
  @Get()
  async list(@Ctx() ctx: RequestContext) {
    const [key = null] = readKey(ctx.query['after'], keyParts.id) ?? [];
    const { rows, next } = await this.transaction.read(ctx, (tx) => this.read.list(tx, key));
    return { forms: rows, next };
  }

  /**
   * One form as a measure, by each person's first sitting of it. `figures` is null below `shownFrom` people, and `weight` is "early" below
   * `settledFrom`: nothing is to be decided by them yet. `isBehind`: more people have finished since.
   */
  @Get(':id')
  async show(@Ctx() ctx: RequestContext) {
    return statisticsTold(await this.transaction.read(ctx, (tx) => this.read.one(tx, formIn(ctx))));
  }

  /** Asks for them anew; they are worked out in the background. */
  @Post(':id/runs')
  @HttpCode(202)
  run(@Ctx() ctx: RequestContext) {
    return this.transaction.run(ctx, (tx) => this.request.execute(tx, { formId: formIn(ctx) }));
  }
}

/** The same as on the page: figures of few people are nobody's to see, by whatever way. */
function statisticsTold({ form, told, versions, isBehind, takenOut }: Awaited<ReturnType<ReadFormStatistics['one']>>) {
  const attempts = told?.summary.attempts ?? 0;
  const about = {
    formId: form.id,
    exam: form.exam,
    number: form.number,
    attempts,
    weight: weightOf(attempts),
    recordedAt: told?.recordedAt ?? null,
    isBehind: told !== null && isBehind,
    shownFrom: SHOWN_FROM,
    settledFrom: SETTLED_FROM,
  };
  if (!told || about.weight === 'hidden') return { ...about, figures: null };
  const { attempts: _, items, ...figures } = told.summary;
  const nameOf = itemNames(versions);
  const named = items.map((item) => ({ item: nameOf(item), ...item, isTakenOut: takenOut.has(item.versionId) }));
  return { ...about, figures: { ...figures, items: named } };
}

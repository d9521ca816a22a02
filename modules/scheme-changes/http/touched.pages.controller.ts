import { Controller, Get } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { file, view } from '../../../src/platform/http/responses.js';
import { ReadDraft } from '../use-cases/read-draft.js';
import { ReadTouched } from '../use-cases/read-touched.js';
import { touchedCsv } from './touched-csv.js';
import { touchedPage } from './touched.page.js';

/** Lines of one file: more than that no spreadsheet of a person's needs. */
const MOST = 20_000;

/** The list of those whom a draft touches. */
@Controller('desk/scheme-changes/:id')
@Requires({ organization: 'certifying-body', roles: ['administrator'] })
export class TouchedPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly draft: ReadDraft,
    private readonly touched: ReadTouched,
  ) {}

  @Get('people')
  async list(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this draft');
    const page = await this.transaction.read(ctx, async (tx) => {
      const found = await this.touched.page(tx, id, ctx.query);
      return touchedPage(await this.draft.execute(tx, id), found, ctx.query);
    });
    return view('scheme-changes/people', page, { title: 'Who is touched' });
  }

  @Get('people.csv')
  async csv(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this draft');
    const text = await this.transaction.read(ctx, async (tx) => {
      const rows = await this.touched.all(tx, id, ctx.query, MOST);
      return touchedCsv(await this.draft.execute(tx, id), rows);
    });
    return file(Buffer.from(text), 'who-is-touched.csv', 'text/csv; charset=utf-8');
  }
}

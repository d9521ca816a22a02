import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { file, redirect, view } from '../../../src/platform/http/responses.js';
import { readBand } from '../domain/expiry-bands.js';
import { AddEntry } from '../use-cases/add-entry.js';
import { ReadRoster } from '../use-cases/read-roster.js';
import { RosterEntryDto } from './employers.dto.js';
import { rosterCsv } from './roster-csv.js';
import { rosterPage } from './roster.page.js';

/** An employer looks at the standing of those who work there. */
@Controller('roster')
@Requires({ organization: 'employer', roles: ['roster-manager'] })
export class RosterPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadRoster,
    private readonly addEntry: AddEntry,
  ) {}

  @Get()
  list(@Ctx() ctx: RequestContext) {
    const expiring = readBand(ctx.query['expiring']);
    return this.transaction.read(ctx, async (tx) => {
      const roster = await this.reads.execute(tx, { expiring, after: ctx.query['after'] });
      return view('employers/roster', rosterPage(roster, { expiring }), { title: 'Roster' });
    });
  }

  @Get('new')
  form(@Ctx() _ctx: RequestContext) {
    return view('employers/new-entry', {}, { title: 'Add a person' });
  }

  @Post('entries')
  @FormPage('form')
  async add(@Ctx() ctx: RequestContext, @Body() typed: RosterEntryDto) {
    const { id, matched } = await this.transaction.run(ctx, (tx) => this.addEntry.execute(tx, typed));
    const notice = matched
      ? 'The person is on your roster, with the standing from the register.'
      : 'The person is on your roster. There is no standing to show yet.';
    return redirect(`/roster/${id}`, { notice });
  }

  /** The whole roster to keep and to upload again: standings only, which are public. */
  @Get('list.csv')
  async download(@Ctx() ctx: RequestContext) {
    const expiring = readBand(ctx.query['expiring']);
    const roster = await this.transaction.read(ctx, (tx) => this.reads.everybody(tx, { expiring }));
    const name = `roster-${roster.asOf.slice(0, 10)}.csv`;
    return file(Buffer.from(rosterCsv(roster)), name, 'text/csv; charset=utf-8');
  }
}

import { Controller, Get } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { file, view } from '../../../src/platform/http/responses.js';
import { ReadRosterEvidence } from '../use-cases/read-roster-evidence.js';
import { competenciesPage } from './competencies.page.js';
import { evidenceCsv } from './evidence-csv.js';
import { personPage } from './person.page.js';

/** What people share with their employer. Every look is written down for them, so these reads write. */
@Controller('roster')
@Requires({ organization: 'employer', roles: ['roster-manager'] })
export class RosterEvidencePagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadRosterEvidence,
  ) {}

  @Get('competencies')
  list(@Ctx() ctx: RequestContext) {
    return this.transaction.run(ctx, async (tx) => {
      const evidence = await this.reads.execute(tx, { after: ctx.query['after'], channel: 'page' });
      return view('employers/competencies', competenciesPage(evidence, ctx.query['framework']), {
        title: 'Competencies',
      });
    });
  }

  @Get('competencies.csv')
  async download(@Ctx() ctx: RequestContext) {
    const evidence = await this.transaction.run(ctx, (tx) => this.reads.everybody(tx, 'csv'));
    const name = `competencies-${evidence.asOf.slice(0, 10)}.csv`;
    return file(Buffer.from(evidenceCsv(evidence)), name, 'text/csv; charset=utf-8');
  }

  @Get(':id')
  one(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this person on your roster');
    return this.transaction.run(ctx, async (tx) => {
      const { line, shared, employer } = await this.reads.one(tx, id, 'page');
      const { timeZone } = employer.organization;
      const model = personPage(line, shared, { timeZone, asOf: tx.now.toString() });
      return view('employers/person', model, { title: line.name });
    });
  }
}

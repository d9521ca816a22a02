import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { file, redirect, view } from '../../../src/platform/http/responses.js';
import { formatCount } from '../../../src/platform/views/helpers/format.js';
import { ApplyImport } from '../use-cases/apply-import.js';
import { PreviewImport } from '../use-cases/preview-import.js';
import { RosterListDto } from './employers.dto.js';
import { importPage } from './import.page.js';
import { listUpload } from './list-upload.js';
import { problemsCsv } from './roster-csv.js';

/** Uploading a whole roster: checked first, applied when it is confirmed. */
@Controller('roster/lists')
@Requires({ organization: 'employer', roles: ['roster-manager'] })
export class RosterListsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly preview: PreviewImport,
    private readonly apply: ApplyImport,
  ) {}

  @Get('new')
  form(@Ctx() _ctx: RequestContext) {
    return view('employers/upload', {}, { title: 'Upload a list' });
  }

  @Post()
  @FormPage('form')
  async upload(@Ctx() ctx: RequestContext, @Body() { list }: RosterListDto) {
    const upload = listUpload(list);
    const id = await this.transaction.run(ctx, async (tx) => (await this.preview.execute(tx, upload)).id);
    return redirect(`/roster/lists/${id}`);
  }

  @Get(':id')
  show(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this list');
    return this.transaction.read(ctx, async (tx) =>
      view('employers/list', importPage(await this.preview.read(tx, id)), { title: 'Check the list' }),
    );
  }

  @Get(':id/problems.csv')
  async problems(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this list');
    const { problems } = await this.transaction.read(ctx, (tx) => this.preview.read(tx, id));
    return file(Buffer.from(problemsCsv(problems)), 'lines-to-correct.csv', 'text/csv; charset=utf-8');
  }

  @Post(':id/applications')
  @FormPage('show')
  async confirm(@Ctx() ctx: RequestContext) {
    const importId = idParam(ctx, 'id', 'this list');
    const { added, changed, same } = await this.transaction.run(ctx, (tx) => this.apply.execute(tx, { importId }));
    const notice = `${formatCount(added, 'person', 'people')} added, ${changed} changed, ${same} as before.`;
    return redirect('/roster', { notice });
  }
}

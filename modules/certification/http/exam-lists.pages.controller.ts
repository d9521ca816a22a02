import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { file, redirect, view } from '../../../src/platform/http/responses.js';
import { ConfirmExamImport } from '../use-cases/confirm-exam-import.js';
import { ReceiveExamList } from '../use-cases/receive-exam-list.js';
import { ExamListDto } from './exam-centres.dto.js';
import { examListPage, TOLD_ON_PAGE, toldCsv } from './exam-centres.page.js';
import { examListUpload } from './exam-list-upload.js';

const PATH = '/desk/exam-results';
/** Every line with something to tell: a list has no more, since an upload has at most 10 MB. */
const ALL = 1_000_000;

/** The centres' lists of results: checked first, recorded when confirmed. */
@Controller('desk/exam-results')
@Requires({ organization: 'certifying-body', roles: ['registrar'] })
export class ExamListsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly receive: ReceiveExamList,
    private readonly lists: ConfirmExamImport,
  ) {}

  @Get('new')
  form(@Ctx() _ctx: RequestContext) {
    return view('certification/exam-list-upload', {}, { title: 'Exam results of a center' });
  }

  @Post()
  @FormPage('form')
  async upload(@Ctx() ctx: RequestContext, @Body() { bodyId, list }: ExamListDto) {
    const upload = { bodyId, ...examListUpload(list) };
    const { id } = await this.transaction.run(ctx, (tx) => this.receive.execute(tx, upload));
    return redirect(`${PATH}/${id}`);
  }

  /** While it is being worked on, the page looks again by itself. */
  @Get(':id')
  async show(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this list');
    const page = examListPage(await this.transaction.read(ctx, (tx) => this.lists.read(tx, id, TOLD_ON_PAGE)));
    const headers: Record<string, string> = page.isBusy ? { refresh: '3' } : {};
    return view('certification/exam-list', page, { title: 'Exam results of a center', headers });
  }

  @Get(':id/lines.csv')
  async lines(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this list');
    const list = await this.transaction.read(ctx, (tx) => this.lists.read(tx, id, ALL));
    return file(Buffer.from(toldCsv(list)), 'lines-to-look-at.csv', 'text/csv; charset=utf-8');
  }

  @Post(':id/confirmations')
  @FormPage('show')
  async confirm(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this list');
    await this.transaction.run(ctx, (tx) => this.lists.execute(tx, id));
    return redirect(`${PATH}/${id}`);
  }
}

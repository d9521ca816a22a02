import { Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { keyParts, pageLinks, readKey } from '../../../src/platform/http/paging.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { PROCTORS } from '../domain/rooms.js';
import { MakeForm } from '../use-cases/make-form.js';
import { ReadExamDesk } from '../use-cases/read-exam-desk.js';
import { SettleForm } from '../use-cases/settle-form.js';
import { examDeskPage, examsDeskPage } from './exam-desk.page.js';

const examIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this exam');
const formIn = (ctx: RequestContext) => idParam(ctx, 'formId', 'this form');

/** Exams of a body for who owns them: forms with what they cover, never which items. */
@Controller('desk/exams')
export class ExamDeskPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly desk: ReadExamDesk,
    private readonly make: MakeForm,
    private readonly settle: SettleForm,
  ) {}

  @Get()
  @Requires({ organization: 'certifying-body', roles: ['psychometrician', ...PROCTORS] })
  async list(@Ctx() ctx: RequestContext) {
    const { after } = ctx.query;
    const key = readKey(after, keyParts.instant, keyParts.id);
    const { rows, next } = await this.transaction.read(ctx, (tx) => this.desk.list(tx, key));
    const pages = pageLinks('/desk/exams', {}, { after, next });
    return view('exams/desk', { ...examsDeskPage(ctx.actor, rows), pages }, { title: 'Exams' });
  }

  @Get(':id')
  @Requires({ organization: 'certifying-body', roles: ['psychometrician', 'administrator'] })
  async show(@Ctx() ctx: RequestContext) {
    const found = await this.transaction.read(ctx, (tx) => this.desk.one(tx, examIn(ctx)));
    const page = examDeskPage(ctx.actor, found);
    return view('exams/desk-exam', page, { title: page.title });
  }

  /** Draws a form by chance and freezes it. */
  @Post(':id/forms')
  @Requires({ organization: 'certifying-body', roles: ['psychometrician'] })
  @FormPage('show')
  async draw(@Ctx() ctx: RequestContext) {
    const { number } = await this.transaction.run(ctx, (tx) => this.make.execute(tx, { examId: examIn(ctx) }));
    const notice = `Form ${number} is drawn and frozen. A second person approves it.`;
    return redirect(`/desk/exams/${examIn(ctx)}`, { notice });
  }

  @Post(':id/forms/:formId/approvals')
  @Requires({ organization: 'certifying-body', roles: ['psychometrician', 'administrator'] })
  @FormPage('show')
  async approve(@Ctx() ctx: RequestContext) {
    const { examId } = await this.transaction.run(ctx, (tx) => this.settle.approve(tx, formIn(ctx)));
    return redirect(`/desk/exams/${examId}`, { notice: 'The form is approved: the next sitting may get it.' });
  }

  @Post(':id/forms/:formId/withdrawals')
  @Requires({ organization: 'certifying-body', roles: ['psychometrician', 'administrator'] })
  @FormPage('show')
  async withdraw(@Ctx() ctx: RequestContext) {
    const { examId } = await this.transaction.run(ctx, (tx) => this.settle.withdraw(tx, formIn(ctx)));
    return redirect(`/desk/exams/${examId}`, { notice: 'No new sitting gets this form. Those under way go on.' });
  }
}

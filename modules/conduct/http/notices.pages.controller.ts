import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { AnswerComplaint } from '../use-cases/answer-complaint.js';
import { ReadComplaints } from '../use-cases/read-complaints.js';
import { noticeIn } from './case-in.js';
import { noticePage, noticesPage } from './complaints.page.js';
import { AnswerDto } from './conduct.dto.js';

/** What a holder has notice of, and their answer. */
@Controller('notices')
@SignedIn()
export class NoticesPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadComplaints,
    private readonly answers: AnswerComplaint,
  ) {}

  @Get()
  async list(@Ctx() ctx: RequestContext) {
    const notices = await this.transaction.read(ctx, (tx) => this.reads.own(tx));
    return view('conduct/notices', noticesPage(notices), { title: say`Notices to you` });
  }

  @Get(':id')
  async show(@Ctx() ctx: RequestContext) {
    const notice = await this.transaction.read(ctx, (tx) => this.reads.ownOne(tx, noticeIn(ctx)));
    return view('conduct/notice', noticePage(notice), { title: say`A concern was brought to us` });
  }

  @Post(':id/answers')
  @FormPage('show')
  async answer(@Ctx() ctx: RequestContext, @Body() { sealedText }: AnswerDto) {
    const id = noticeIn(ctx);
    await this.transaction.run(ctx, (tx) => this.answers.execute(tx, id, sealedText));
    return redirect(`/notices/${id}`, { notice: say`Your answer is in the sealed file` });
  }
}

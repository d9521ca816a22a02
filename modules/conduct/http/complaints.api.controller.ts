import { Body, Controller, Get, Post } from '@nestjs/common';
import { Public, SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { AnswerComplaint } from '../use-cases/answer-complaint.js';
import { FileComplaint } from '../use-cases/file-complaint.js';
import { ReadComplaints } from '../use-cases/read-complaints.js';
import { noticeDocument } from './complaints.page.js';
import { complaintOf } from './complaints.pages.controller.js';
import { AnswerDto, ComplaintDto } from './conduct.dto.js';

/** Complaints, from both sides. */
@Controller('api/v1')
export class ComplaintsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly files: FileComplaint,
    private readonly answers: AnswerComplaint,
    private readonly reads: ReadComplaints,
  ) {}

  /** Tells the certifying body of a concern about a holder; gives a reference. */
  @Post('complaints')
  @Public('anybody may tell a certifying body of a concern about a holder')
  file(@Ctx() ctx: RequestContext, @Body() body: ComplaintDto) {
    return this.transaction.run(ctx, (tx) => this.files.execute(tx, complaintOf(body)));
  }

  /** The complaints about oneself that one has notice of. */
  @Get('notices')
  @SignedIn()
  async own(@Ctx() ctx: RequestContext) {
    const notices = await this.transaction.read(ctx, (tx) => this.reads.own(tx));
    return { notices: notices.map(noticeDocument) };
  }

  @Get('notices/:id')
  @SignedIn()
  async notice(@Ctx() ctx: RequestContext) {
    return noticeDocument(await this.transaction.read(ctx, (tx) => this.reads.ownOne(tx, ctx.params['id'] ?? '')));
  }

  /** The holder's answer; goes into the sealed case file. */
  @Post('notices/:id/answers')
  @SignedIn()
  answer(@Ctx() ctx: RequestContext, @Body() { sealedText }: AnswerDto) {
    return this.transaction.run(ctx, (tx) => this.answers.execute(tx, ctx.params['id'] ?? '', sealedText));
  }
}

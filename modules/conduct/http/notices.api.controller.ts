import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { AnswerComplaint } from '../use-cases/answer-complaint.js';
import { ReadComplaints } from '../use-cases/read-complaints.js';
import { noticeIn } from './case-in.js';
import { noticeDocument } from './complaints.page.js';
import { AnswerDto } from './conduct.dto.js';

/** The holder's side of a complaint. */
@Controller('api/v1')
export class NoticesApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly answers: AnswerComplaint,
    private readonly reads: ReadComplaints,
  ) {}

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
    return noticeDocument(await this.transaction.read(ctx, (tx) => this.reads.ownOne(tx, noticeIn(ctx))));
  }

  /** The holder's answer; goes into the sealed case file. */
  @Post('notices/:id/answers')
  @SignedIn()
  answer(@Ctx() ctx: RequestContext, @Body() { sealedText }: AnswerDto) {
    return this.transaction.run(ctx, (tx) => this.answers.execute(tx, noticeIn(ctx), sealedText));
  }
}

import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { Public } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { FileComplaint } from '../use-cases/file-complaint.js';
import { ComplaintLimit } from './complaint-limit.js';
import { newComplaintPage } from './complaints.page.js';
import { ComplaintDto } from './conduct.dto.js';

const REASON = 'anybody may tell a certifying body of a concern about a holder';

/** A complaint of anybody, with the number of the certification. */
@Controller('complaints')
export class ComplaintsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly files: FileComplaint,
    private readonly limit: ComplaintLimit,
  ) {}

  @Get('new')
  @Public(REASON)
  question(@Ctx() ctx: RequestContext) {
    return view('conduct/complaint-new', newComplaintPage(ctx.query['number']), { title: say`Tell us of a concern` });
  }

  @Post()
  @Public(REASON)
  @FormPage('question')
  async file(@Ctx() ctx: RequestContext, @Req() request: FastifyRequest, @Body() body: ComplaintDto) {
    const received = await this.limit.within(request, () =>
      this.transaction.run(ctx, (tx) => this.files.execute(tx, complaintOf(body))),
    );
    const page = { ...received, hasEmail: body.sealedEmail !== undefined };
    return view('conduct/complaint-received', page, { title: say`We have it`, status: 200 });
  }
}

/** What was sent, as the use case takes it. */
export function complaintOf({ number, allegations, eventOn, sealedText, sealedName, sealedEmail }: ComplaintDto) {
  return {
    number,
    allegations,
    eventOn: Temporal.PlainDate.from(eventOn),
    words: sealedText,
    name: sealedName?.trim() || null,
    email: sealedEmail ?? null,
  };
}

import { Body, Controller, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { FileComplaint } from '../use-cases/file-complaint.js';
import { ComplaintLimit } from './complaint-limit.js';
import { complaintOf } from './complaints.pages.controller.js';
import { ComplaintDto } from './conduct.dto.js';

/** A complaint of anybody, with the number of the certification. */
@Controller('api/v1')
export class ComplaintsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly files: FileComplaint,
    private readonly limit: ComplaintLimit,
  ) {}

  /** Tells the certifying body of a concern about a holder; gives a reference. */
  @Post('complaints')
  @Public('anybody may tell a certifying body of a concern about a holder')
  file(@Ctx() ctx: RequestContext, @Req() request: FastifyRequest, @Body() body: ComplaintDto) {
    return this.limit.within(request, () =>
      this.transaction.run(ctx, (tx) => this.files.execute(tx, complaintOf(body))),
    );
  }
}

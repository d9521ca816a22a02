import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { FileAppeal } from '../use-cases/file-appeal.js';
import { ReadAppeals } from '../use-cases/read-appeals.js';
import { appealIn } from './case-in.js';
import { AppealDto } from './conduct.dto.js';

/** Decisions about oneself, and appeals of them. */
@Controller('api/v1/appeals')
@SignedIn()
export class AppealsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadAppeals,
    private readonly files: FileAppeal,
  ) {}

  /** What can be appealed, until when; and the appeals there are. */
  @Get()
  list(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.reads.own(tx));
  }

  @Get(':id')
  show(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.reads.ownOne(tx, appealIn(ctx)));
  }

  /** In time; the words go into the sealed case file. */
  @Post()
  file(@Ctx() ctx: RequestContext, @Body() { decisionId, grounds, sealedText: words }: AppealDto) {
    return this.transaction.run(ctx, (tx) => this.files.execute(tx, { decisionId, grounds, words }));
  }

  @Post(':id/withdrawals')
  withdraw(@Ctx() ctx: RequestContext) {
    return this.transaction.run(ctx, (tx) => this.files.withdraw(tx, appealIn(ctx)));
  }
}

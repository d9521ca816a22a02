import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { BeginApplication } from '../use-cases/begin-application.js';
import { ReadApplications } from '../use-cases/read-applications.js';
import { applicationIn } from './application-in.js';
import { BeginApplicationDto } from './applications.dto.js';

/** A person's own applications. */
@Controller('api/v1/applications')
@SignedIn()
export class ApplicationsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly begins: BeginApplication,
    private readonly reads: ReadApplications,
  ) {}

  @Get()
  list(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) => ({ applications: await this.reads.listOwn(tx) }));
  }

  /** Begins an application, or gives the one that is open. */
  @Post()
  begin(@Ctx() ctx: RequestContext, @Body() body: BeginApplicationDto) {
    return this.transaction.run(ctx, (tx) => this.begins.execute(tx, body));
  }

  @Get(':id')
  show(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.reads.own(tx, applicationIn(ctx)));
  }
}

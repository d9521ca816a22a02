import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires, SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { AcceptReference } from '../use-cases/accept-reference.js';
import { AskReference } from '../use-cases/ask-reference.js';
import { ReadReferences } from '../use-cases/read-references.js';
import { applicationIn } from './application-in.js';
import { NewReferenceDto, ReferenceOutcomeDto } from './references.dto.js';

/** References of an application: requests and where they stand. What was written is in the sealed case file only. */
@Controller('api/v1/applications/:id/references')
export class ReferencesApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadReferences,
    private readonly asks: AskReference,
    private readonly accepts: AcceptReference,
  ) {}

  @Get()
  @SignedIn()
  list(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.reads.ofOwn(tx, applicationIn(ctx)));
  }

  /** Names a referee, who gets a link by mail. */
  @Post()
  @SignedIn()
  ask(@Ctx() ctx: RequestContext, @Body() { code, name, email }: NewReferenceDto) {
    const applicationId = applicationIn(ctx);
    return this.transaction.run(ctx, (tx) => this.asks.execute(tx, { applicationId, code, name, email }));
  }

  @Post(':requestId/withdrawals')
  @SignedIn()
  withdraw(@Ctx() ctx: RequestContext) {
    return this.transaction.run(ctx, (tx) => this.asks.withdraw(tx, pathOf(ctx)));
  }

  /** Says whether a reference will do, by a named reader who has read it. */
  @Post(':requestId/reviews')
  @Requires({ organization: 'certifying-body', roles: ['reviewer'] })
  review(@Ctx() ctx: RequestContext, @Body() { outcome }: ReferenceOutcomeDto) {
    return this.transaction.run(ctx, (tx) => this.accepts.execute(tx, { ...pathOf(ctx), outcome }));
  }
}

function pathOf(ctx: RequestContext): { applicationId: string; requestId: string } {
  return { applicationId: applicationIn(ctx), requestId: idParam(ctx, 'requestId', 'this reference') };
}

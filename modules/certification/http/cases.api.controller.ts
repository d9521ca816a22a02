import { Controller, Get } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { SignedTexts } from '../../evidence/signed-texts.public.js';
import { STAFF } from '../use-cases/open-case.js';
import { ReadCase } from '../use-cases/read-case.js';
import { ReadQueue } from '../use-cases/read-queue.js';
import { applicationIn } from './application-in.js';

/** The applications of a body, for its staff. */
@Controller('api/v1/desk/applications')
@Requires({ organization: 'certifying-body', roles: STAFF })
export class CasesApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly queue: ReadQueue,
    private readonly cases: ReadCase,
    private readonly signed: SignedTexts,
  ) {}

  /** Longest waiting first. Filters: `state`, `scheme`, `claimed` (`mine`, `nobody`), `due` (within days), `clock` (`paused`); `after` is the `next` of the page before. */
  @Get()
  list(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.queue.execute(tx, ctx.query));
  }

  /** With what the applicant signed for the body; the words under `/api/v1/signed-texts/:id`. */
  @Get(':id')
  show(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) => {
      const found = await this.cases.execute(tx, applicationIn(ctx));
      return { ...found, signedTexts: await this.signed.ofPersonAt(tx, found.applicant.id, found.body.id) };
    });
  }
}

import { Controller, Get } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { ReadOwnEligibility, type OwnEligibility } from '../use-cases/read-own-eligibility.js';
import { questionOf } from './eligibility-question.js';

@Controller('api/v1/eligibility')
export class EligibilityApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly readOwnEligibility: ReadOwnEligibility,
  ) {}

  /**
   * The signed-in person's evidence held against a scheme, clause by clause; `?on=2026-03-01` asks about another day,
   * `?stage=` about another stage than the one that comes next.
   */
  @Get(':schemeCode')
  @SignedIn()
  async show(@Ctx() ctx: RequestContext): Promise<OwnEligibility> {
    return this.transaction.read(ctx, (tx) => this.readOwnEligibility.execute(tx, questionOf(ctx)));
  }
}

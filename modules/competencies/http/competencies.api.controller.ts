import { Controller, Get } from '@nestjs/common';
import { Public } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { ReadCoverage, type FrameworkCoverage } from '../use-cases/read-coverage.js';

@Controller('api/v1/competencies')
export class CompetenciesApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly coverage: ReadCoverage,
  ) {}

  /** Every framework in force with its categories, statements, topics and what teaches them. */
  @Get()
  @Public('What is taught and asked here is no secret')
  async list(@Ctx() ctx: RequestContext): Promise<{ frameworks: FrameworkCoverage[] }> {
    return { frameworks: await this.transaction.read(ctx, (tx) => this.coverage.execute(tx)) };
  }
}

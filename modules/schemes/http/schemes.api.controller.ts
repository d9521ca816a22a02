import { Controller, Get } from '@nestjs/common';
import { Public } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { CurrentSchemes } from '../use-cases/current-schemes.js';
import { ReadScheme, type SchemeDescription } from '../use-cases/read-scheme.js';
import { questionOf } from './eligibility-question.js';
import { schemeSummary } from './schemes.page.js';

const REASON = 'the rules of a certification are public';

@Controller('api/v1/schemes')
export class SchemesApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly currentSchemes: CurrentSchemes,
    private readonly readScheme: ReadScheme,
  ) {}

  /** Every scheme in force, in the version that covers today. */
  @Get()
  @Public(REASON)
  async list(@Ctx() ctx: RequestContext) {
    const schemes = await this.transaction.read(ctx, (tx) => this.currentSchemes.execute(tx));
    return { schemes: schemes.map(schemeSummary) };
  }

  /** One scheme in words, section by section; `?on=2026-01-01` as it stands on another day. */
  @Get(':schemeCode')
  @Public(REASON)
  async show(@Ctx() ctx: RequestContext): Promise<SchemeDescription> {
    return this.transaction.read(ctx, (tx) => this.readScheme.execute(tx, questionOf(ctx)));
  }
}

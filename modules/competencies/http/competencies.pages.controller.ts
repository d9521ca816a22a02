import { Controller, Get } from '@nestjs/common';
import { Public } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { view, type ViewResponse } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { ReadCoverage } from '../use-cases/read-coverage.js';
import { competenciesPage } from './competencies.page.js';

@Controller('competencies')
export class CompetenciesPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly coverage: ReadCoverage,
  ) {}

  @Get()
  @Public('What is taught and asked here is no secret')
  async show(@Ctx() ctx: RequestContext): Promise<ViewResponse> {
    const frameworks = await this.transaction.read(ctx, (tx) => this.coverage.execute(tx));
    return view('competencies/competencies', competenciesPage(frameworks), { title: say`Competencies` });
  }
}

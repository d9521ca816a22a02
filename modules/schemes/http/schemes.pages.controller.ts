import { Controller, Get } from '@nestjs/common';
import { Public } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { view, type ViewResponse } from '../../../src/platform/http/responses.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { CurrentSchemes } from '../use-cases/current-schemes.js';
import { ReadScheme } from '../use-cases/read-scheme.js';
import { questionOf } from './eligibility-question.js';
import { schemeListPage, schemePage } from './schemes.page.js';

const REASON = 'the rules of a certification are public';

@Controller('schemes')
export class SchemesPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly currentSchemes: CurrentSchemes,
    private readonly readScheme: ReadScheme,
  ) {}

  @Get()
  @Public(REASON)
  async list(@Ctx() ctx: RequestContext): Promise<ViewResponse> {
    const schemes = await this.transaction.read(ctx, (tx) => this.currentSchemes.execute(tx));
    return view('schemes/list', schemeListPage(schemes), { title: say`Certifications` });
  }

  /** The rules in words; `?on=2026-01-01` as they stand on another day. */
  @Get(':schemeCode')
  @Public(REASON)
  async show(@Ctx() ctx: RequestContext): Promise<ViewResponse> {
    const described = await this.transaction.read(ctx, (tx) =>
      this.readScheme.execute(tx, { ...questionOf(ctx), language: pageLanguage() }),
    );
    return view('schemes/scheme', schemePage(described), { title: sayWord(described.scheme.title) });
  }
}

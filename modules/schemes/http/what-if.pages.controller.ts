import { Controller, Get } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { view, type ViewResponse } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { CompareSchemes } from '../use-cases/compare-schemes.js';
import { whatIfPage } from './what-if.page.js';

@Controller('what-if')
export class WhatIfPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly compareSchemes: CompareSchemes,
  ) {}

  /** One's own evidence against every scheme in force. */
  @Get()
  @SignedIn()
  async show(@Ctx() ctx: RequestContext): Promise<ViewResponse> {
    const compared = await this.transaction.read(ctx, (tx) => this.compareSchemes.execute(tx));
    return view('schemes/what-if', whatIfPage(compared), { title: say`What would you still need there?` });
  }
}

import { Controller, Get } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { CompareSchemes } from '../use-cases/compare-schemes.js';
import { sentenceOf } from './what-if.page.js';

@Controller('api/v1/what-if')
export class WhatIfApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly compareSchemes: CompareSchemes,
  ) {}

  /**
   * One's own evidence against every scheme in force, nearest first, each with its tree: what other bodies accepted counts as
   * if each body had accepted it.
   */
  @Get()
  @SignedIn()
  async show(@Ctx() ctx: RequestContext) {
    const compared = await this.transaction.read(ctx, (tx) => this.compareSchemes.execute(tx));
    return { schemes: compared.map((one) => ({ ...one, sentence: sentenceOf(one) })) };
  }
}

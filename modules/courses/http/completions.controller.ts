import { Controller, Get } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { view } from '../../../src/platform/http/responses.js';
import { ReadCompletion } from '../use-cases/read-completion.js';
import { completionPage } from './completion.page.js';

/** The record of completion of the one who reads it. */
@Controller('courses/:course/completion')
export class CompletionsController {
  constructor(
    private readonly transaction: Transaction,
    private readonly completions: ReadCompletion,
  ) {}

  @Get()
  @SignedIn()
  async record(@Ctx() ctx: RequestContext) {
    const input = { courseCode: ctx.params['course'] ?? '' };
    return view(
      'courses/completion',
      completionPage(await this.transaction.read(ctx, (tx) => this.completions.execute(tx, input))),
    );
  }
}

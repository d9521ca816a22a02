import { Controller, Get } from '@nestjs/common';
import { Public } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { view } from '../../../src/platform/http/responses.js';
import { CheckCompletion } from '../use-cases/check-completion.js';
import { completionCheckPage, statusOf } from './completion-check.page.js';

/** Not for search engines. The address stays on this site (`same-origin`), which leads back to it in another language. */
const UNLISTED = { 'x-robots-tag': 'noindex, nofollow' };

/** The address in the QR code of a certificate of completion; numbers that are typed at /verify lead here too. */
@Controller('c/:number')
export class CompletionChecksController {
  constructor(
    private readonly transaction: Transaction,
    private readonly checking: CheckCompletion,
  ) {}

  @Get()
  @Public('anyone may ask whether a certificate of completion is on record')
  async look(@Ctx() ctx: RequestContext) {
    const input = { number: ctx.params['number'] ?? '', token: ctx.query['t'] };
    const answer = await this.transaction.read(ctx, (tx) => this.checking.execute(tx, input));
    const page = completionCheckPage(answer);
    return view('courses/completion-check', page, { title: page.number, status: statusOf(answer), headers: UNLISTED });
  }
}

import { Controller, Get } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { ReadAttempt } from '../use-cases/read-attempt.js';
import { resultPage } from './result.page.js';

@Controller('attempts/:id/result')
export class QuizResultsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly readAttempt: ReadAttempt,
  ) {}

  @Get()
  @SignedIn()
  async show(@Ctx() ctx: RequestContext) {
    const attemptId = idParam(ctx, 'id', 'this attempt');
    const attempt = await this.transaction.read(ctx, (tx) => this.readAttempt.execute(tx, { attemptId }));
    if (attempt.state !== 'closed') return redirect(`/attempts/${attemptId}`);
    return view('quizzes/result', resultPage(attempt, new Map()));
  }
}

import { Controller, Get } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { sayWord } from '../../../src/platform/translation/say.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { Competencies } from '../../competencies/competencies.public.js';
import { ReadAttempt } from '../use-cases/read-attempt.js';
import { resultPage } from './result.page.js';

@Controller('attempts/:id/result')
export class QuizResultsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly readAttempt: ReadAttempt,
    private readonly competencies: Competencies,
  ) {}

  @Get()
  @SignedIn()
  async show(@Ctx() ctx: RequestContext) {
    const attemptId = idParam(ctx, 'id', 'this attempt');
    return this.transaction.read(ctx, async (tx) => {
      const attempt = await this.readAttempt.execute(tx, { attemptId });
      if (attempt.state !== 'closed') return redirect(`/attempts/${attemptId}`);
      const names = new Map(
        [...(await this.competencies.byCode(tx))].map(([code, { title }]) => [code, sayWord(title)]),
      );
      return view('quizzes/result', resultPage(attempt, names));
    });
  }
}

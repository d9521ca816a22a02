import { Controller, Get, Post } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { ReadQuizStatus } from '../use-cases/read-quiz-status.js';
import { StartAttempt } from '../use-cases/start-attempt.js';
import { quizPage } from './quiz.page.js';

@Controller('quizzes')
export class QuizzesPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly readStatus: ReadQuizStatus,
    private readonly startAttempt: StartAttempt,
  ) {}

  @Get(':code')
  @SignedIn()
  async show(@Ctx() ctx: RequestContext) {
    const quizCode = ctx.params['code'] ?? '';
    const status = await this.transaction.read(ctx, (tx) =>
      this.readStatus.execute(tx, { personId: personIdOf(ctx.actor), quizCode }),
    );
    return view('quizzes/quiz', quizPage(status));
  }

  @Post(':code/attempts')
  @SignedIn()
  @FormPage('show')
  async start(@Ctx() ctx: RequestContext) {
    const quizCode = ctx.params['code'] ?? '';
    const { attemptId } = await this.transaction.run(ctx, (tx) => this.startAttempt.execute(tx, { quizCode }));
    return redirect(`/attempts/${attemptId}`);
  }
}

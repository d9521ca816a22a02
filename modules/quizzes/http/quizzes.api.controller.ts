import { Controller, Get } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { ReadQuizStatus } from '../use-cases/read-quiz-status.js';

@Controller('api/v1/quizzes')
export class QuizzesApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly readStatus: ReadQuizStatus,
  ) {}

  /** Where the caller stands with a quiz: what it asks, past attempts, when the next may begin. */
  @Get(':code')
  @SignedIn()
  async status(@Ctx() ctx: RequestContext) {
    const quizCode = ctx.params['code'] ?? '';
    return this.transaction.read(ctx, (tx) =>
      this.readStatus.execute(tx, { personId: personIdOf(ctx.actor), quizCode }),
    );
  }
}

import { Body, Controller, Post, Put } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { attemptClosed, olderAnswer, timeIsUp } from '../quizzes.errors.js';
import { KeepLateAnswers } from '../use-cases/keep-late-answers.js';
import { SaveAnswers } from '../use-cases/save-answers.js';
import { LateAnswersByCodeDto, SaveAnswerDto } from './quiz-attempts.dto.js';

@Controller('api/v1/attempts')
export class QuizAnswersApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly saveAnswers: SaveAnswers,
    private readonly late: KeepLateAnswers,
  ) {}

  /** Saves one answer over an older revision of itself; `item` is the question's code. */
  @Put(':id/answers/:item')
  @SignedIn()
  async save(@Ctx() ctx: RequestContext, @Body() body: SaveAnswerDto) {
    const attemptId = idParam(ctx, 'id', 'this attempt');
    const { revision, chosen, places } = body;
    const answer = { itemCode: ctx.params['item'] ?? '', revision, chosen, places };
    const saved = await this.transaction.run(ctx, (tx) =>
      this.saveAnswers.execute(tx, { attemptId, answers: [answer] }),
    );
    // The closing is committed by now; only the telling is an error.
    if (saved.state === 'over') throw saved.byTime ? timeIsUp() : attemptClosed();
    const [outcome] = saved.outcomes;
    if (outcome?.state !== 'saved') throw olderAnswer([answer.itemCode]);
    return { ...outcome, deadlineAt: saved.deadlineAt, secondsLeft: saved.secondsLeft };
  }

  /** Answers after the end: kept beside the attempt, counted nowhere. `kept` leaves out those that had been saved in time. */
  @Post(':id/late-answers')
  @SignedIn()
  handOver(@Ctx() ctx: RequestContext, @Body() { answers }: LateAnswersByCodeDto) {
    const attemptId = idParam(ctx, 'id', 'this attempt');
    return this.transaction.run(ctx, (tx) => this.late.execute(tx, { attemptId, answers }));
  }
}

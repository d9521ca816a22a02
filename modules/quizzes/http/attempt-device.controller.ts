import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { notFound } from '../../../src/kernel/domain-error.js';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { attemptClosed, timeIsUp } from '../quizzes.errors.js';
import type { AttemptShape } from '../use-cases/attempt-shapes.js';
import { KeepLateAnswers } from '../use-cases/keep-late-answers.js';
import { ReadAttempt } from '../use-cases/read-attempt.js';
import { SaveAnswers } from '../use-cases/save-answers.js';
import { AttemptAnswersDto, LateAttemptAnswersDto } from './quiz-attempts.dto.js';

const attemptIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this attempt');

/** What the page of an attempt sends by its script. Questions go by their place: their codes may tell what they are about. */
@Controller('attempts/:id')
@SignedIn()
export class AttemptDeviceController {
  constructor(
    private readonly transaction: Transaction,
    private readonly saveAnswers: SaveAnswers,
    private readonly readAttempt: ReadAttempt,
    private readonly late: KeepLateAnswers,
  ) {}

  /** Each answer has its own outcome, `saved` or `older` with what is kept; beside them when the attempt ends. */
  @Put('answers')
  async save(@Ctx() ctx: RequestContext, @Body() { answers }: AttemptAnswersDto) {
    const attemptId = attemptIn(ctx);
    const saved = await this.transaction.run(unrepeatable(ctx), async (tx) => {
      const codes = codesIn(await this.saveAnswers.questionsOf(tx, attemptId));
      const given = answers.map(({ place, ...one }) => ({ ...one, itemCode: codes(place), field: `q${place}` }));
      return this.saveAnswers.execute(tx, { attemptId, answers: given });
    });
    // The closing is committed by now; only the telling is an error.
    if (saved.state === 'over') throw saved.byTime ? timeIsUp() : attemptClosed();
    const { outcomes, deadlineAt, secondsLeft } = saved;
    const told = outcomes.map((one, at) => ({ ...one, place: answers[at]?.place, itemCode: undefined }));
    return { answers: told, deadlineAt, secondsLeft };
  }

  /** How the attempt stands by the time of the server. */
  @Post('contacts')
  @HttpCode(200)
  stand(@Ctx() ctx: RequestContext) {
    return this.transaction.read(unrepeatable(ctx), (tx) =>
      this.readAttempt.standing(tx, { attemptId: attemptIn(ctx) }),
    );
  }

  /** Answers after the end: kept beside the attempt, counted nowhere. */
  @Post('late-answers')
  handOver(@Ctx() ctx: RequestContext, @Body() { answers }: LateAttemptAnswersDto) {
    const attemptId = attemptIn(ctx);
    return this.transaction.run(unrepeatable(ctx), async (tx) => {
      const codes = codesIn(await this.saveAnswers.questionsOf(tx, attemptId));
      const given = answers.map(({ place, ...one }) => ({ ...one, itemCode: codes(place), field: `q${place}` }));
      return this.late.execute(tx, { attemptId, answers: given });
    });
  }
}

/** @returns what gives the code of a question by its place, or throws not_found */
function codesIn(shape: AttemptShape): (place: number) => string {
  const codes = new Map([...shape.values()].map(({ place, itemCode }) => [place, itemCode]));
  return (place) => {
    const code = codes.get(place);
    if (code === undefined) throw notFound('this question in the attempt');
    return code;
  };
}

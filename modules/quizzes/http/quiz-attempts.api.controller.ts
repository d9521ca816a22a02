import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { ReadAttempt } from '../use-cases/read-attempt.js';
import { StartAttempt } from '../use-cases/start-attempt.js';
import { SubmitAttempt } from '../use-cases/submit-attempt.js';
import { StartAttemptDto } from './quiz-attempts.dto.js';

@Controller('api/v1/attempts')
export class QuizAttemptsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly startAttempt: StartAttempt,
    private readonly readAttempt: ReadAttempt,
    private readonly submitAttempt: SubmitAttempt,
  ) {}

  /** Begins an attempt, or gives the one that is open. */
  @Post()
  @SignedIn()
  async start(@Ctx() ctx: RequestContext, @Body() body: StartAttemptDto) {
    const { attemptId } = await this.transaction.run(ctx, (tx) => this.startAttempt.execute(tx, body));
    return this.transaction.read(ctx, (tx) => this.readAttempt.execute(tx, { attemptId }));
  }

  /** An attempt of the caller: its questions while it is open, the explained result once it is closed. */
  @Get(':id')
  @SignedIn()
  async attempt(@Ctx() ctx: RequestContext) {
    const attemptId = idParam(ctx, 'id', 'this attempt');
    return this.transaction.read(ctx, (tx) => this.readAttempt.execute(tx, { attemptId }));
  }

  /** Hands the attempt in and gives the result; a repeat gives the same. */
  @Post(':id/submissions')
  @HttpCode(200)
  @SignedIn()
  async submit(@Ctx() ctx: RequestContext) {
    const attemptId = idParam(ctx, 'id', 'this attempt');
    await this.transaction.run(ctx, (tx) => this.submitAttempt.execute(tx, { attemptId, answers: [] }));
    return this.transaction.read(ctx, (tx) => this.readAttempt.execute(tx, { attemptId }));
  }
}

import { Body, Controller, Get, Post } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Requires, SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';

import { BackgroundHearing } from '../use-cases/background-hearing.js';
import { ReadBackground } from '../use-cases/read-background.js';
import { RecordBackgroundCheck } from '../use-cases/record-background-check.js';
import { applicationIn } from './application-in.js';
import { BackgroundCheckDto, BackgroundQuestionDto } from './background.dto.js';
import { SealedWordsDto } from './references.dto.js';
import { sealedWords } from './sealed-input.js';

/** Background results as facts, and the answer to one, which goes into the sealed case file. */
@Controller('api/v1/applications/:id')
export class BackgroundChecksApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadBackground,
    private readonly records: RecordBackgroundCheck,
    private readonly hearing: BackgroundHearing,
  ) {}

  /** What the acting person is asked. */
  @Get('background-answers')
  @SignedIn()
  own(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.reads.ofOwn(tx, applicationIn(ctx)));
  }

  /** Records what a provider said: `clear`, `answer_needed` or `not_clear`. */
  @Post('background-checks')
  @Requires({ organization: 'certifying-body', roles: ['registrar'] })
  record(@Ctx() ctx: RequestContext, @Body() { corrects, ...sent }: BackgroundCheckDto) {
    const report = { ...sent, checkedOn: Temporal.PlainDate.from(sent.checkedOn) };
    const input = { applicationId: applicationIn(ctx), report, corrects: corrects ?? null };
    return this.transaction.run(ctx, (tx) => this.records.execute(tx, input));
  }

  /** Asks the person to answer until a day, at least 14 days from today. */
  @Post('background-questions')
  @Requires({ organization: 'certifying-body', roles: ['registrar', 'reviewer'] })
  ask(@Ctx() ctx: RequestContext, @Body() sent: BackgroundQuestionDto) {
    const input = { applicationId: applicationIn(ctx), answerUntil: Temporal.PlainDate.from(sent.answerUntil) };
    return this.transaction.run(ctx, (tx) => this.hearing.ask.execute(tx, input));
  }

  /** The person's answer: words only; a file is sent on the page. */
  @Post('background-answers')
  @SignedIn()
  answer(@Ctx() ctx: RequestContext, @Body() sent: SealedWordsDto) {
    const input = { applicationId: applicationIn(ctx), ...sealedWords(sent) };
    return this.transaction.run(unrepeatable(ctx), (tx) => this.hearing.answer.execute(tx, input));
  }
}

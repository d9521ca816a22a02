import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { AnswerBackground } from '../use-cases/answer-background.js';
import { ReadBackground } from '../use-cases/read-background.js';
import { applicationIn } from './application-in.js';
import { backgroundAnswerPage } from './background.page.js';
import { SealedWordsDto } from './references.dto.js';
import { sealedWords } from './sealed-input.js';

/** Where a person answers a background result. */
@Controller('applications/:id')
@SignedIn()
export class BackgroundAnswersPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadBackground,
    private readonly answers: AnswerBackground,
  ) {}

  @Get('background-answer')
  async show(@Ctx() ctx: RequestContext) {
    const id = applicationIn(ctx);
    const page = backgroundAnswerPage(id, await this.transaction.read(ctx, (tx) => this.reads.ofOwn(tx, id)));
    return view('certification/background-answer', page, { title: page.title });
  }

  @Post('background-answers')
  @FormPage('show')
  async answer(@Ctx() ctx: RequestContext, @Body() sent: SealedWordsDto) {
    const applicationId = applicationIn(ctx);
    const input = { applicationId, ...sealedWords(sent) };
    await this.transaction.run(unrepeatable(ctx), (tx) => this.answers.execute(tx, input));
    return redirect(`/applications/${applicationId}/background-answer`, { notice: say`Your answer has arrived` });
  }
}

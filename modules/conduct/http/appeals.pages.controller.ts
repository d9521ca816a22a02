import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { FileAppeal } from '../use-cases/file-appeal.js';
import { ReadAppeals } from '../use-cases/read-appeals.js';
import { appealPage, appealsPage, newAppealPage } from './appeals.page.js';
import { appealIn, decisionIn } from './case-in.js';
import { AppealDto } from './conduct.dto.js';

/** A person's decisions that can be appealed, and their appeals. */
@Controller('appeals')
@SignedIn()
export class AppealsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadAppeals,
    private readonly files: FileAppeal,
  ) {}

  @Get()
  async list(@Ctx() ctx: RequestContext) {
    const own = await this.transaction.read(ctx, (tx) => this.reads.own(tx));
    return view('conduct/appeals', appealsPage(own), { title: say`Your appeals` });
  }

  /** Asks for the words. */
  @Get('new')
  async question(@Ctx() ctx: RequestContext) {
    const decision = await this.transaction.read(ctx, (tx) => this.reads.ownDecision(tx, decisionIn(ctx)));
    return view('conduct/appeal-new', newAppealPage(decision), { title: say`Appeal a decision` });
  }

  @Post()
  @FormPage('question')
  async file(@Ctx() ctx: RequestContext, @Body() { decisionId, grounds, sealedText: words }: AppealDto) {
    const { id } = await this.transaction.run(ctx, (tx) => this.files.execute(tx, { decisionId, grounds, words }));
    return redirect(`/appeals/${id}`, { notice: say`We have your appeal` });
  }

  @Get(':id')
  async show(@Ctx() ctx: RequestContext) {
    const appeal = await this.transaction.read(ctx, (tx) => this.reads.ownOne(tx, appealIn(ctx)));
    return view('conduct/appeal', appealPage(appeal), { title: say`Your appeal` });
  }

  @Post(':id/withdrawals')
  @FormPage('show')
  async withdraw(@Ctx() ctx: RequestContext) {
    const id = appealIn(ctx);
    await this.transaction.run(ctx, (tx) => this.files.withdraw(tx, id));
    return redirect(`/appeals/${id}`, { notice: say`You took your appeal back` });
  }
}

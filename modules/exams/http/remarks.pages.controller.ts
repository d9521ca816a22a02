import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires, SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { ReadOwnRemarks } from '../use-cases/read-own-remarks.js';
import { REMARK_ROLES, RemarkDesk } from '../use-cases/remark-desk.js';
import { WriteRemark } from '../use-cases/write-remark.js';
import { ownRemarksPage, remarkPage, remarksPage, REMARKS } from './remarks.page.js';
import { ChallengeDecisionDto, ChallengeDto, CommentDto, PassAnswerDto } from './rescoring.dto.js';

const sittingIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this sitting');
const remarkIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this remark');
const sent = () => say`Thank you. What you wrote is sealed and with your certifying body.`;

/** For whoever sat: challenge a question by its number, say something of the exam. No question is shown. */
@Controller('sittings/:id')
export class OwnRemarksPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly read: ReadOwnRemarks,
    private readonly write: WriteRemark,
  ) {}

  @Get('remarks')
  @SignedIn()
  async show(@Ctx() ctx: RequestContext) {
    const page = ownRemarksPage(await this.transaction.read(ctx, (tx) => this.read.execute(tx, sittingIn(ctx))));
    return view('exams/own-remarks', page, { title: page.title });
  }

  @Post('challenges')
  @SignedIn()
  @FormPage('show')
  async challenge(@Ctx() ctx: RequestContext, @Body() { place, sealedChallenge: words }: ChallengeDto) {
    const id = sittingIn(ctx);
    await this.transaction.run(ctx, (tx) => this.write.challenge(tx, id, { place, words }));
    return redirect(`/sittings/${id}/remarks`, { notice: `${sent()} ${say`You get a letter when it is decided.`}` });
  }

  @Post('comments')
  @SignedIn()
  @FormPage('show')
  async comment(@Ctx() ctx: RequestContext, @Body() { sealedComment }: CommentDto) {
    const id = sittingIn(ctx);
    await this.transaction.run(ctx, (tx) => this.write.comment(tx, id, sealedComment));
    return redirect(`/sittings/${id}/remarks`, { notice: sent() });
  }

  @Post('pass-answers')
  @SignedIn()
  @FormPage('show')
  async answer(@Ctx() ctx: RequestContext, @Body() { sealedAnswer }: PassAnswerDto) {
    const id = sittingIn(ctx);
    await this.transaction.run(ctx, (tx) => this.write.answer(tx, id, sealedAnswer));
    return redirect(`/sittings/${id}/remarks`, { notice: sent() });
  }
}

/** What candidates said, for those who look after items. Opening one is a GET that writes its reading. */
@Controller('desk/exams/remarks')
@Requires({ organization: 'certifying-body', roles: [...REMARK_ROLES] })
export class RemarkDeskPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly desk: RemarkDesk,
  ) {}

  @Get()
  async list(@Ctx() ctx: RequestContext) {
    const page = remarksPage(await this.transaction.read(ctx, (tx) => this.desk.queue(tx)));
    return view('exams/remarks', page, { title: page.title });
  }

  @Get(':id')
  async show(@Ctx() ctx: RequestContext) {
    const id = remarkIn(ctx);
    const page = remarkPage(await this.transaction.run(unrepeatable(ctx), (tx) => this.desk.open(tx, id)));
    return view('exams/remark', page, { title: page.title });
  }

  @Post(':id/decisions')
  @FormPage('show')
  async decide(@Ctx() ctx: RequestContext, @Body() { sealedKeys, sealedReasons, ...given }: ChallengeDecisionDto) {
    const input = { ...given, remarkId: remarkIn(ctx), keys: sealedKeys, reasons: sealedReasons };
    const { remarkId } = await this.transaction.run(ctx, (tx) => this.desk.decide(tx, input));
    return redirect(`${REMARKS}/${remarkId}`, { notice: 'The challenge is decided; the person gets a letter.' });
  }
}

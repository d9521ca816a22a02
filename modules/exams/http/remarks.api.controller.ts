import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Requires, SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { ReadOwnRemarks } from '../use-cases/read-own-remarks.js';
import { REMARK_ROLES, RemarkDesk } from '../use-cases/remark-desk.js';
import { WriteRemark } from '../use-cases/write-remark.js';
import { decisionTold, keysTold, remarkTold } from './remarks.page.js';
import { ChallengeDecisionDto, ChallengeDto, CommentDto, PassAnswerDto } from './rescoring.dto.js';

const sittingIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this sitting');
const remarkIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this remark');

/** What somebody who sat says of their own sitting, for programs. */
@Controller('api/v1/sittings/:id')
export class OwnRemarksApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly read: ReadOwnRemarks,
    private readonly write: WriteRemark,
  ) {}

  /** Which questions were challenged, what was decided, until when more can be said. Not the words. */
  @Get('remarks')
  @SignedIn()
  async list(@Ctx() ctx: RequestContext) {
    const { remarks, ...told } = await this.transaction.read(ctx, (tx) => this.read.execute(tx, sittingIn(ctx)));
    return { ...told, remarks: remarks.map((one) => ({ ...one, decision: decisionTold(one.decision) })) };
  }

  /** Challenges a question by the number that it had in the exam. */
  @Post('challenges')
  @SignedIn()
  challenge(@Ctx() ctx: RequestContext, @Body() { place, sealedChallenge: words }: ChallengeDto) {
    return this.transaction.run(ctx, (tx) => this.write.challenge(tx, sittingIn(ctx), { place, words }));
  }

  @Post('comments')
  @SignedIn()
  comment(@Ctx() ctx: RequestContext, @Body() { sealedComment }: CommentDto) {
    return this.transaction.run(ctx, (tx) => this.write.comment(tx, sittingIn(ctx), sealedComment));
  }

  /** An answer while a decision about the pass is open. */
  @Post('pass-answers')
  @SignedIn()
  answer(@Ctx() ctx: RequestContext, @Body() { sealedAnswer }: PassAnswerDto) {
    return this.transaction.run(ctx, (tx) => this.write.answer(tx, sittingIn(ctx), sealedAnswer));
  }
}

/** Challenges and comments of a body, for programs of those who look after items. */
@Controller('api/v1/exam-remarks')
@Requires({ organization: 'certifying-body', roles: [...REMARK_ROLES] })
export class RemarkDeskApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly desk: RemarkDesk,
  ) {}

  /** Challenges that wait first; no word of any. */
  @Get()
  async list(@Ctx() ctx: RequestContext) {
    const remarks = await this.transaction.read(ctx, (tx) => this.desk.queue(tx));
    return { remarks: remarks.map(remarkTold) };
  }

  /** The words, and for a challenge the item with its key. The reading is on record. */
  @Post(':id/readings')
  @HttpCode(200)
  async open(@Ctx() ctx: RequestContext) {
    const opened = await this.transaction.run(unrepeatable(ctx), (tx) => this.desk.open(tx, remarkIn(ctx)));
    const { remark, words, item, decided, mayDecide } = opened;
    return {
      ...remarkTold(remark),
      words,
      item,
      decided: decided && { ...decided, keys: keysTold(decided.keys) },
      mayDecide,
    };
  }

  @Post(':id/decisions')
  decide(@Ctx() ctx: RequestContext, @Body() { sealedKeys, sealedReasons, ...given }: ChallengeDecisionDto) {
    const input = { ...given, remarkId: remarkIn(ctx), keys: sealedKeys, reasons: sealedReasons };
    return this.transaction.run(ctx, (tx) => this.desk.decide(tx, input));
  }
}

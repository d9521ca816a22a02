import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction, type Tx } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { DecideDraft } from '../use-cases/decide-draft.js';
import { SayOfDraft } from '../use-cases/say-of-draft.js';
import { ApprovalDto, CommentDto, ReturnDto } from './authoring.dto.js';

/** What becomes of a draft, for programs: by the same rules as on its page. */
@Controller('api/v1/course-drafts/:id')
export class DraftMovesApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly decide: DecideDraft,
    private readonly saying: SayOfDraft,
  ) {}

  @Post('hand-ins')
  @HttpCode(200)
  @SignedIn()
  handIn(@Ctx() ctx: RequestContext) {
    return this.act(ctx, 'in_review', (tx, id) => this.decide.handIn(tx, id));
  }

  @Post('returns')
  @HttpCode(200)
  @SignedIn()
  giveBack(@Ctx() ctx: RequestContext, @Body() { comment }: ReturnDto) {
    return this.act(ctx, 'draft', (tx, id) => this.decide.giveBack(tx, id, comment ?? ''));
  }

  @Post('reviews')
  @HttpCode(200)
  @SignedIn()
  review(@Ctx() ctx: RequestContext) {
    return this.act(ctx, 'reviewed', (tx, id) => this.decide.review(tx, id));
  }

  @Post('publications')
  @HttpCode(200)
  @SignedIn()
  publish(@Ctx() ctx: RequestContext) {
    const id = idOf(ctx);
    return this.transaction.run(ctx, async (tx) => ({
      ...(await this.decide.publish(tx, id)),
      id,
      state: 'published',
    }));
  }

  @Post('discards')
  @HttpCode(200)
  @SignedIn()
  discard(@Ctx() ctx: RequestContext) {
    return this.act(ctx, 'discarded', (tx, id) => this.decide.discard(tx, id));
  }

  @Post('comments')
  @SignedIn()
  async comment(@Ctx() ctx: RequestContext, @Body() { comment, path }: CommentDto) {
    const draftId = idOf(ctx);
    await this.transaction.run(ctx, async (tx) => {
      await this.saying.comment(tx, { draftId, path: path || null, text: comment });
    });
    return { id: draftId };
  }

  /** The word of a community for this very text. */
  @Post('approvals')
  @SignedIn()
  async approve(@Ctx() ctx: RequestContext, @Body() { approvedOn, ...approval }: ApprovalDto) {
    const draftId = idOf(ctx);
    await this.transaction.run(ctx, async (tx) => {
      await this.saying.approve(tx, { ...approval, draftId, approvedOn: Temporal.PlainDate.from(approvedOn) });
    });
    return { id: draftId };
  }

  /** @returns the draft's id and the state it is in now */
  private async act(ctx: RequestContext, state: string, work: (tx: Tx, id: string) => Promise<void>) {
    const id = idOf(ctx);
    await this.transaction.run(ctx, (tx) => work(tx, id));
    return { id, state };
  }
}

function idOf(ctx: RequestContext): string {
  return idParam(ctx, 'id', 'this draft');
}

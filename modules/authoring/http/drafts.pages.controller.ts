import { Body, Controller, Get, Post } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction, type Tx } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { DecideDraft } from '../use-cases/decide-draft.js';
import { ReadDraft } from '../use-cases/read-draft.js';
import { SayOfDraft } from '../use-cases/say-of-draft.js';
import { ApprovalDto, CommentDto, ReturnDto } from './authoring.dto.js';
import { draftPage } from './draft.page.js';

/** One draft and what becomes of it. For those outside its organization there is none. */
@Controller('authoring/drafts/:id')
export class DraftsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reading: ReadDraft,
    private readonly decide: DecideDraft,
    private readonly saying: SayOfDraft,
  ) {}

  @Get()
  @SignedIn()
  async show(@Ctx() ctx: RequestContext) {
    const page = draftPage(await this.transaction.read(ctx, (tx) => this.reading.execute(tx, idOf(ctx))));
    // What was typed into a form that opens by a press is in sight when the page is shown again.
    const isApproving = ctx.form?.values['reviewerName'] !== undefined;
    return view('authoring/draft', { ...page, isApproving }, { title: `Draft: ${page.title}` });
  }

  @Post('hand-ins')
  @SignedIn()
  @FormPage('show')
  handIn(@Ctx() ctx: RequestContext) {
    return this.act(ctx, (tx, id) => this.decide.handIn(tx, id), 'The draft is with its reviewers. We wrote to them.');
  }

  @Post('returns')
  @SignedIn()
  @FormPage('show')
  giveBack(@Ctx() ctx: RequestContext, @Body() { comment }: ReturnDto) {
    return this.act(
      ctx,
      (tx, id) => this.decide.giveBack(tx, id, comment ?? ''),
      'The draft is back with its authors. We wrote to them.',
    );
  }

  @Post('reviews')
  @SignedIn()
  @FormPage('show')
  review(@Ctx() ctx: RequestContext) {
    return this.act(ctx, (tx, id) => this.decide.review(tx, id), 'The draft is reviewed and can be published.');
  }

  @Post('publications')
  @SignedIn()
  @FormPage('show')
  publish(@Ctx() ctx: RequestContext) {
    return this.act(
      ctx,
      (tx, id) => this.decide.publish(tx, id),
      'The version is published. Who is in the course already keeps the version they began.',
    );
  }

  @Post('discards')
  @SignedIn()
  @FormPage('show')
  discard(@Ctx() ctx: RequestContext) {
    return this.act(ctx, (tx, id) => this.decide.discard(tx, id), 'The draft is discarded. Learners see no change.');
  }

  @Post('comments')
  @SignedIn()
  @FormPage('show')
  comment(@Ctx() ctx: RequestContext, @Body() { comment, path }: CommentDto) {
    return this.act(
      ctx,
      (tx, draftId) => this.saying.comment(tx, { draftId, path: path || null, text: comment }),
      'Your comment stands with the draft.',
    );
  }

  @Post('approvals')
  @SignedIn()
  @FormPage('show')
  approve(@Ctx() ctx: RequestContext, @Body() { approvedOn, ...approval }: ApprovalDto) {
    return this.act(
      ctx,
      (tx, draftId) =>
        this.saying.approve(tx, { ...approval, draftId, approvedOn: Temporal.PlainDate.from(approvedOn) }),
      'The approval is recorded. It holds for this very text.',
    );
  }

  private async act(ctx: RequestContext, work: (tx: Tx, id: string) => Promise<unknown>, notice: string) {
    const id = idOf(ctx);
    await this.transaction.run(ctx, async (tx) => {
      await work(tx, id);
    });
    return redirect(`/authoring/drafts/${id}`, { notice });
  }
}

function idOf(ctx: RequestContext): string {
  return idParam(ctx, 'id', 'this draft');
}

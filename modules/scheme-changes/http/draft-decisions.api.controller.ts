import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { AskPreview } from '../use-cases/ask-preview.js';
import { DecideDraft } from '../use-cases/decide-draft.js';
import { ReadTouched } from '../use-cases/read-touched.js';
import { PublicationDto } from './scheme-changes.dto.js';

/** What becomes of a draft of a scheme version, and whom it touches. */
@Controller('api/v1/desk/scheme-drafts/:id')
@Requires({ organization: 'certifying-body', roles: ['administrator'] })
export class DraftDecisionsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly asking: AskPreview,
    private readonly deciding: DecideDraft,
    private readonly touched: ReadTouched,
  ) {}

  /** Begins a preview of the impact; the draft itself tells how far it has come. */
  @Post('previews')
  preview(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this draft');
    return this.transaction.run(ctx, (tx) => this.asking.execute(tx, id));
  }

  /** By another administrator than the one who brought it in. */
  @Post('publications')
  publish(@Ctx() ctx: RequestContext, @Body() _body: PublicationDto) {
    const id = idParam(ctx, 'id', 'this draft');
    return this.transaction.run(ctx, (tx) => this.deciding.publish(tx, id));
  }

  @Post('discards')
  discard(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this draft');
    return this.transaction.run(ctx, (tx) => this.deciding.discard(tx, id));
  }

  /** Those for whom something differs: `kind`, `outcome`, `clause`, `after`. */
  @Get('people')
  people(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this draft');
    return this.transaction.read(ctx, (tx) => this.touched.page(tx, id, ctx.query));
  }
}

import { Body, Controller, Get, Post } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { BringDraft } from '../use-cases/bring-draft.js';
import { ReadDraft } from '../use-cases/read-draft.js';
import { ReadDrafts } from '../use-cases/read-drafts.js';
import { draftText } from './draft-text.js';
import { DraftDto } from './scheme-changes.dto.js';

/** Drafts of scheme versions. */
@Controller('api/v1/desk/scheme-drafts')
@Requires({ organization: 'certifying-body', roles: ['administrator'] })
export class SchemeChangesApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly drafts: ReadDrafts,
    private readonly draft: ReadDraft,
    private readonly bring: BringDraft,
  ) {}

  @Get()
  list(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.drafts.list(tx, ctx.query['after']));
  }

  /** Keeps a text as a draft; faults come with line and reason. */
  @Post()
  add(@Ctx() ctx: RequestContext, @Body() body: DraftDto) {
    const { bodyId, replaces } = body;
    const text = draftText(body);
    const input = { bodyId, replaces, text, effectiveFrom: Temporal.PlainDate.from(body.effectiveFrom) };
    return this.transaction.run(ctx, (tx) => this.bring.execute(tx, input));
  }

  /** One draft: differences, and its newest preview with counts. */
  @Get(':id')
  show(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this draft');
    return this.transaction.read(ctx, (tx) => this.draft.execute(tx, id));
  }
}

import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { AskPreview } from '../use-cases/ask-preview.js';
import { DecideDraft } from '../use-cases/decide-draft.js';
import { ReadDraft } from '../use-cases/read-draft.js';
import { PublicationDto } from './scheme-changes.dto.js';
import { draftPage } from './draft.page.js';

const LIST = '/desk/scheme-changes';

/** What becomes of a draft: looked at with its impact, published by a second person, or discarded. */
@Controller('desk/scheme-changes/:id')
@Requires({ organization: 'certifying-body', roles: ['administrator'] })
export class DraftDecisionsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly draft: ReadDraft,
    private readonly asking: AskPreview,
    private readonly deciding: DecideDraft,
  ) {}

  @Get()
  async show(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this draft');
    const page = draftPage(await this.transaction.read(ctx, (tx) => this.draft.execute(tx, id)));
    return view('scheme-changes/draft', page, { title: `Draft of ${page.title}` });
  }

  @Post('previews')
  @FormPage('show')
  async preview(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this draft');
    await this.transaction.run(ctx, (tx) => this.asking.execute(tx, id));
    return redirect(`${LIST}/${id}#preview`, {
      notice: 'The preview is being made. This page counts along when you reload it.',
    });
  }

  @Post('publications')
  @FormPage('show')
  async publish(@Ctx() ctx: RequestContext, @Body() _form: PublicationDto) {
    const id = idParam(ctx, 'id', 'this draft');
    await this.transaction.run(ctx, (tx) => this.deciding.publish(tx, id));
    return redirect(`${LIST}/${id}`, { notice: 'The version is published. It holds from its first day on.' });
  }

  @Post('discards')
  @FormPage('show')
  async discard(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this draft');
    await this.transaction.run(ctx, (tx) => this.deciding.discard(tx, id));
    return redirect(LIST, { notice: 'The draft is discarded. Nothing changed for anybody.' });
  }
}

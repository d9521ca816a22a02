import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { ReadItem } from '../use-cases/read-item.js';
import { SaveFile } from '../use-cases/save-file.js';
import { revisionIn } from './file-form.js';
import { typedItem } from './item-form.js';
import { itemPage } from './item.page.js';

/** The questions of a draft, one at a time, in a form. */
@Controller('authoring/drafts/:id/items/:item')
export class ItemsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reading: ReadItem,
    private readonly saving: SaveFile,
  ) {}

  @Get()
  @SignedIn()
  async show(@Ctx() ctx: RequestContext) {
    return this.editor(ctx, ctx.form?.values);
  }

  @Post()
  @SignedIn()
  @FormPage('show')
  async save(@Ctx() ctx: RequestContext, @Body() sent: Record<string, unknown>) {
    const address = addressOf(ctx);
    const item = typedItem(sent);
    const input = { ...address, item, revision: revisionIn(sent) };
    await this.transaction.run(ctx, (tx) => this.saving.item(tx, input));
    return redirect(`/authoring/drafts/${address.draftId}/items/${encodeURIComponent(item.code)}`, {
      notice: 'Saved.',
    });
  }

  /** Shows what was typed; nothing is saved. */
  @Post('previews')
  @SignedIn()
  async preview(@Ctx() ctx: RequestContext, @Body() sent: Record<string, unknown>) {
    return this.editor(ctx, sent);
  }

  private async editor(ctx: RequestContext, sent: Readonly<Record<string, unknown>> | undefined) {
    const typed = sent && { item: typedItem(sent), revision: revisionIn(sent) };
    const item = await this.transaction.read(ctx, (tx) => this.reading.execute(tx, { ...addressOf(ctx), typed }));
    return view('authoring/item', { ...itemPage(item), isTyped: typed !== undefined });
  }
}

/** `new` stands for a question that is not there yet. */
function addressOf(ctx: RequestContext): { draftId: string; code: string | null } {
  const item = ctx.params['item'] ?? '';
  return { draftId: idParam(ctx, 'id', 'this draft'), code: item === 'new' ? null : item };
}

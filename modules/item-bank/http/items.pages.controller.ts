import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { formatCount } from '../../../src/platform/views/helpers/format.js';
import { ITEM_ROLES } from '../use-cases/bank-access.js';
import { ReadItem } from '../use-cases/read-item.js';
import { ReadItemList } from '../use-cases/read-item-list.js';
import { WriteItem } from '../use-cases/write-item.js';
import { itemFormPage } from './item.page.js';
import { contentIn, toldByField, type SentForm } from './item-form.js';
import { HandInDto, ItemListDto, NewItemFormDto, RevisionFormDto } from './item-bank.dto.js';
import { itemListPage, LIST } from './items.page.js';
import { questionView } from './question.page.js';

const itemIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this item');

/** The list of a bank, and the form in which items are written and edited. */
@Controller('desk/item-bank')
@Requires({ organization: 'certifying-body', roles: [...ITEM_ROLES] })
export class ItemsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly items: ReadItemList,
    private readonly item: ReadItem,
    private readonly write: WriteItem,
  ) {}

  @Get()
  async list(@Ctx() ctx: RequestContext, @Query() asked: ItemListDto) {
    const { body: bodyId, domain: examDomain, show, ...rest } = asked;
    const query = { ...rest, bodyId, examDomain, mine: show === 'mine', waiting: show === 'waiting' };
    const page = await this.transaction.read(ctx, async (tx) => {
      return itemListPage(await this.items.execute(tx, query), await this.items.choices(tx), asked);
    });
    return view('item-bank/items', page, { title: page.title });
  }

  /** All of one's drafts, as after bringing them by file. */
  @Post('hand-ins')
  @Requires({ organization: 'certifying-body', roles: ['item-author'] })
  async handIn(@Ctx() ctx: RequestContext, @Body() { bodyId }: HandInDto) {
    const { handedIn } = await this.transaction.run(ctx, (tx) => this.write.handInAll(tx, { bodyId }));
    return redirect(`${LIST}?show=mine`, { notice: `${formatCount(handedIn, 'draft')} handed in for review.` });
  }

  @Get('items/new')
  @Requires({ organization: 'certifying-body', roles: ['item-author'] })
  form(@Ctx() ctx: RequestContext) {
    return this.newForm(ctx);
  }

  /** Saved, or shown as candidates see it (`intent` preview): nothing is kept then. */
  @Post('items')
  @Requires({ organization: 'certifying-body', roles: ['item-author'] })
  @FormPage('form')
  async create(@Ctx() ctx: RequestContext, @Body() head: NewItemFormDto, @Body() sent: SentForm) {
    const { content, rows } = contentIn(sent);
    return toldByField(rows, async () => {
      if (sent['intent'] === 'preview') {
        const checked = await this.transaction.read(ctx, (tx) => this.write.checked(tx, { ...head, content }));
        ctx.form = { values: { ...sent }, problems: [] };
        return this.newForm(ctx, questionView(checked.content));
      }
      const { itemId } = await this.transaction.run(ctx, (tx) => this.write.create(tx, { ...head, content }));
      return redirect(`${LIST}/items/${itemId}`, {
        notice: 'The item is saved as a draft. Hand it in when it is ready.',
      });
    });
  }

  /** Opens the newest version to edit it; that is logged. */
  @Get('items/:id/edit')
  @Requires({ organization: 'certifying-body', roles: ['item-author', 'psychometrician'] })
  edit(@Ctx() ctx: RequestContext) {
    return this.editForm(ctx);
  }

  @Post('items/:id/versions')
  @Requires({ organization: 'certifying-body', roles: ['item-author', 'psychometrician'] })
  @FormPage('edit')
  async revise(@Ctx() ctx: RequestContext, @Body() head: RevisionFormDto, @Body() sent: SentForm) {
    const itemId = itemIn(ctx);
    const { content, rows } = contentIn(sent);
    return toldByField(rows, async () => {
      if (sent['intent'] === 'preview') {
        const checked = await this.transaction.read(ctx, (tx) => this.write.checked(tx, { ...head, content }));
        ctx.form = { values: { ...sent }, problems: [] };
        return this.editForm(ctx, questionView(checked.content));
      }
      await this.transaction.run(ctx, (tx) => this.write.revise(tx, { ...head, itemId, content }));
      return redirect(`${LIST}/items/${itemId}`, { notice: 'The new version is saved as a draft.' });
    });
  }

  private async newForm(ctx: RequestContext, preview?: ReturnType<typeof questionView>) {
    const model = await this.transaction.read(ctx, async (tx) => {
      return { bodies: await this.items.bodiesToWriteIn(tx), choices: await this.items.choices(tx) };
    });
    const page = itemFormPage(model, ctx.form, preview);
    return view('item-bank/item-form', page, { title: page.title, status: preview ? 200 : undefined });
  }

  private async editForm(ctx: RequestContext, preview?: ReturnType<typeof questionView>) {
    const input = { itemId: itemIn(ctx), purpose: 'editing' as const };
    const model = await this.transaction.run({ ...ctx, idempotency: undefined }, async (tx) => {
      return { bodies: [], item: await this.item.execute(tx, input), choices: await this.items.choices(tx) };
    });
    const page = itemFormPage(model, ctx.form, preview);
    return view('item-bank/item-form', page, { title: page.title, status: preview ? 200 : undefined });
  }
}

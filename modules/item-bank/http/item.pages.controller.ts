import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { ITEM_ROLES } from '../use-cases/bank-access.js';
import { CompareVersions } from '../use-cases/compare-versions.js';
import { ItemDesk } from '../use-cases/item-desk.js';
import { EnemyDto, ItemMoveDto } from './item-bank.dto.js';
import { differencesPage, itemPage } from './item.page.js';
import { LIST } from './items.page.js';

const itemIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this item');

/** One item, opened: every look at it is logged, in the transaction that opens it. */
@Controller('desk/item-bank/items/:id')
@Requires({ organization: 'certifying-body', roles: [...ITEM_ROLES] })
export class ItemPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly desk: ItemDesk,
    private readonly compare: CompareVersions,
  ) {}

  @Get()
  async show(@Ctx() ctx: RequestContext) {
    const versionId = ctx.query['version'];
    const input = {
      itemId: itemIn(ctx),
      versionId: versionId ? idParam({ params: { versionId } }, 'versionId', 'this version') : undefined,
      purpose: ctx.query['for'] === 'review' ? ('review' as const) : ('page' as const),
    };
    const page = await this.transaction.run(unrepeatable(ctx), async (tx) => {
      return itemPage(await this.desk.item.execute(tx, input), await this.desk.list.choices(tx));
    });
    return view('item-bank/item', page, { title: page.title });
  }

  /** `?from=1&to=2`, numbers of versions; the newest and the one before it without. */
  @Get('differences')
  async differences(@Ctx() ctx: RequestContext) {
    const number = (text: string | undefined) => (text && /^\d{1,6}$/.test(text) ? Number(text) : undefined);
    const input = { itemId: itemIn(ctx), from: number(ctx.query['from']), to: number(ctx.query['to']) };
    const page = await this.transaction.run(unrepeatable(ctx), async (tx) => {
      return differencesPage(await this.compare.execute(tx, input), await this.desk.list.choices(tx));
    });
    return view('item-bank/differences', page, { title: page.title });
  }

  @Post('moves')
  @FormPage('show')
  async move(@Ctx() ctx: RequestContext, @Body() { versionId, move, sealedNote: note }: ItemMoveDto) {
    const input = { itemId: itemIn(ctx), versionId, move, note };
    const { itemId } = await this.transaction.run(ctx, (tx) => this.desk.moves.execute(tx, input));
    return redirect(`${LIST}/items/${itemId}`, { notice: 'The step is recorded.' });
  }

  @Post('enemies')
  @Requires({ organization: 'certifying-body', roles: ['item-reviewer', 'psychometrician'] })
  @FormPage('show')
  async nameEnemy(@Ctx() ctx: RequestContext, @Body() { number, reason }: EnemyDto) {
    const input = { itemId: itemIn(ctx), number, reason };
    const { itemId } = await this.transaction.run(ctx, (tx) => this.desk.enemies.name(tx, input));
    return redirect(`${LIST}/items/${itemId}`, { notice: `They never stand in one form with each other from now on.` });
  }

  @Post('enemies/:enemyId/removals')
  @Requires({ organization: 'certifying-body', roles: ['item-reviewer', 'psychometrician'] })
  @FormPage('show')
  async endEnemy(@Ctx() ctx: RequestContext) {
    const input = { itemId: itemIn(ctx), enemyId: idParam(ctx, 'enemyId', 'this pair') };
    const { itemId } = await this.transaction.run(ctx, (tx) => this.desk.enemies.end(tx, input));
    return redirect(`${LIST}/items/${itemId}`, { notice: 'They may stand in one form again.' });
  }
}

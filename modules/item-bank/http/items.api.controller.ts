import { Body, Controller, Delete, Get, Header, Post, Query } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { ITEM_ROLES } from '../use-cases/bank-access.js';
import { CompareVersions } from '../use-cases/compare-versions.js';
import { ItemDesk } from '../use-cases/item-desk.js';
import { WriteItem } from '../use-cases/write-item.js';
import { EnemyDto, HandInDto, ItemListDto, ItemMoveDto, NewItemDto, RevisionDto } from './item-bank.dto.js';

const itemIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this item');

/** Items for programs, on the same use cases as the pages: whatever gives out words is logged. */
@Controller('api/v1/item-bank/items')
@Requires({ organization: 'certifying-body', roles: [...ITEM_ROLES] })
export class ItemsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly desk: ItemDesk,
    private readonly write: WriteItem,
    private readonly compare: CompareVersions,
  ) {}

  /** From outside, a page at a time (`?after=`). */
  @Get()
  async list(@Ctx() ctx: RequestContext, @Query() { body: bodyId, domain: examDomain, show, ...rest }: ItemListDto) {
    const query = { ...rest, bodyId, examDomain, mine: show === 'mine', waiting: show === 'waiting' };
    const list = await this.transaction.read(ctx, (tx) => this.desk.list.execute(tx, query));
    return { bodyId: list.bodyId, items: list.rows, next: list.next };
  }

  @Post()
  @Requires({ organization: 'certifying-body', roles: ['item-author'] })
  create(@Ctx() ctx: RequestContext, @Body() input: NewItemDto) {
    return this.transaction.run(ctx, (tx) => this.write.create(tx, input));
  }

  /** Every draft of the caller's that nobody handed in yet. */
  @Post('hand-ins')
  @Requires({ organization: 'certifying-body', roles: ['item-author'] })
  handIn(@Ctx() ctx: RequestContext, @Body() { bodyId }: HandInDto) {
    return this.transaction.run(ctx, (tx) => this.write.handInAll(tx, { bodyId }));
  }

  /** With the words of the newest version, or of `?version=`. */
  @Get(':id')
  @Header('cache-control', 'no-store')
  show(@Ctx() ctx: RequestContext) {
    const versionId = ctx.query['version'];
    const input = {
      itemId: itemIn(ctx),
      versionId: versionId ? idParam({ params: { versionId } }, 'versionId', 'this version') : undefined,
      purpose: 'page' as const,
    };
    return this.transaction.run(unrepeatable(ctx), (tx) => this.desk.item.execute(tx, input));
  }

  @Post(':id/versions')
  @Requires({ organization: 'certifying-body', roles: ['item-author', 'psychometrician'] })
  revise(@Ctx() ctx: RequestContext, @Body() input: RevisionDto) {
    return this.transaction.run(ctx, (tx) => this.write.revise(tx, { ...input, itemId: itemIn(ctx) }));
  }

  @Get(':id/differences')
  @Header('cache-control', 'no-store')
  differences(@Ctx() ctx: RequestContext) {
    const number = (text: string | undefined) => (text && /^\d{1,6}$/.test(text) ? Number(text) : undefined);
    const input = { itemId: itemIn(ctx), from: number(ctx.query['from']), to: number(ctx.query['to']) };
    return this.transaction.run(unrepeatable(ctx), (tx) => this.compare.execute(tx, input));
  }

  @Post(':id/moves')
  move(@Ctx() ctx: RequestContext, @Body() { versionId, move, sealedNote: note }: ItemMoveDto) {
    const input = { itemId: itemIn(ctx), versionId, move, note };
    return this.transaction.run(ctx, (tx) => this.desk.moves.execute(tx, input));
  }

  @Post(':id/enemies')
  @Requires({ organization: 'certifying-body', roles: ['item-reviewer', 'psychometrician'] })
  nameEnemy(@Ctx() ctx: RequestContext, @Body() { number, reason }: EnemyDto) {
    const input = { itemId: itemIn(ctx), number, reason };
    return this.transaction.run(ctx, (tx) => this.desk.enemies.name(tx, input));
  }

  @Delete(':id/enemies/:enemyId')
  @Requires({ organization: 'certifying-body', roles: ['item-reviewer', 'psychometrician'] })
  endEnemy(@Ctx() ctx: RequestContext) {
    const input = { itemId: itemIn(ctx), enemyId: idParam(ctx, 'enemyId', 'this pair') };
    return this.transaction.run(ctx, (tx) => this.desk.enemies.end(tx, input));
  }
}

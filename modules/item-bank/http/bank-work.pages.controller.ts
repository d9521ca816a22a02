import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { formatCount } from '../../../src/platform/views/helpers/format.js';
import { OPTION_KEYS } from '../domain/import-row.js';
import { ImportItems } from '../use-cases/import-items.js';
import { ReadItemList } from '../use-cases/read-item-list.js';
import { ReadReadings } from '../use-cases/read-readings.js';
import { ImportDto, ReadingsDto } from './item-bank.dto.js';
import { itemUpload } from './item-upload.js';
import { LIST } from './items.page.js';
import { readingsPage } from './readings.page.js';

/** Bringing items by file, and the log of who read them. */
@Controller('desk/item-bank')
export class BankWorkPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly items: ReadItemList,
    private readonly importing: ImportItems,
    private readonly readings: ReadReadings,
  ) {}

  @Get('imports/new')
  @Requires({ organization: 'certifying-body', roles: ['item-author'] })
  async form(@Ctx() ctx: RequestContext) {
    const bodies = await this.transaction.read(ctx, (tx) => this.items.bodiesToWriteIn(tx));
    const model = {
      bodies: bodies.map(({ id: value, name: label }) => ({ value, label })),
      bodyId: bodies.length === 1 ? bodies[0]?.id : undefined,
      letters: OPTION_KEYS.join(', '),
    };
    return view('item-bank/import', model, { title: 'Bring items by file' });
  }

  @Post('imports')
  @Requires({ organization: 'certifying-body', roles: ['item-author'] })
  @FormPage('form')
  async bring(@Ctx() ctx: RequestContext, @Body() { bodyId, file }: ImportDto) {
    const input = { bodyId, ...itemUpload(file) };
    const { imported } = await this.transaction.run(ctx, (tx) => this.importing.execute(tx, input));
    return redirect(`${LIST}?show=mine`, { notice: `${formatCount(imported, 'item')} came in as drafts.` });
  }

  @Get('readings')
  @Requires({ organization: 'certifying-body', roles: ['administrator'] })
  async log(@Ctx() ctx: RequestContext, @Query() asked: ReadingsDto) {
    const { body: bodyId, item: itemNumber, reader: readerId, ...rest } = asked;
    const query = { ...rest, bodyId, itemNumber, readerId };
    const found = await this.transaction.read(ctx, (tx) => this.readings.execute(tx, query));
    const page = readingsPage(found, { ...asked, item: itemNumber === undefined ? undefined : String(itemNumber) });
    return view('item-bank/readings', page, { title: page.title });
  }
}

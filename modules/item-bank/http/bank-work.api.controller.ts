import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { ImportItems } from '../use-cases/import-items.js';
import { ReadReadings } from '../use-cases/read-readings.js';
import { ImportDto, ReadingsDto } from './item-bank.dto.js';
import { itemUpload } from './item-upload.js';

/** Items by file, and the log of readings, for programs. */
@Controller('api/v1/item-bank')
export class BankWorkApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly importing: ImportItems,
    private readonly readings: ReadReadings,
  ) {}

  @Post('imports')
  @Requires({ organization: 'certifying-body', roles: ['item-author'] })
  bring(@Ctx() ctx: RequestContext, @Body() { bodyId, file }: ImportDto) {
    const input = { bodyId, ...itemUpload(file) };
    return this.transaction.run(ctx, (tx) => this.importing.execute(tx, input));
  }

  @Get('readings')
  @Requires({ organization: 'certifying-body', roles: ['administrator'] })
  async log(
    @Ctx() ctx: RequestContext,
    @Query() { body: bodyId, item: itemNumber, reader: readerId, ...rest }: ReadingsDto,
  ) {
    const query = { ...rest, bodyId, itemNumber, readerId };
    const { rows, next } = await this.transaction.read(ctx, (tx) => this.readings.execute(tx, query));
    return { readings: rows, next };
  }
}

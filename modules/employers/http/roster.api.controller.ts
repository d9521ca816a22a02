import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { readBand } from '../domain/expiry-bands.js';
import { AddEntry } from '../use-cases/add-entry.js';
import { ApplyImport } from '../use-cases/apply-import.js';
import { PreviewImport } from '../use-cases/preview-import.js';
import { ReadRoster } from '../use-cases/read-roster.js';
import { RosterEntryDto, RosterListDto } from './employers.dto.js';
import { listUpload } from './list-upload.js';

/** Rosters as JSON. */
@Controller('api/v1/roster')
@Requires({ organization: 'employer', roles: ['roster-manager'] })
export class RosterApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadRoster,
    private readonly addEntry: AddEntry,
  ) {}

  /** `?expiring=30|60|90` for who expires within so many days; `?after=` is the `next` of the page before. */
  @Get()
  list(@Ctx() ctx: RequestContext) {
    const question = { expiring: readBand(ctx.query['expiring']), after: ctx.query['after'] };
    return this.transaction.read(ctx, (tx) => this.reads.execute(tx, question));
  }

  /** Enters an employment, or brings the one with the same number (or name) and first day up to date. */
  @Post()
  add(@Ctx() ctx: RequestContext, @Body() typed: RosterEntryDto) {
    return this.transaction.run(ctx, (tx) => this.addEntry.execute(tx, typed));
  }
}

/** Whole lists by JSON: checked first, applied when confirmed. */
@Controller('api/v1/roster-lists')
@Requires({ organization: 'employer', roles: ['roster-manager'] })
export class RosterListsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly preview: PreviewImport,
    private readonly apply: ApplyImport,
  ) {}

  @Post()
  async upload(@Ctx() ctx: RequestContext, @Body() { list }: RosterListDto) {
    const upload = listUpload(list);
    return this.transaction.run(ctx, (tx) => this.preview.execute(tx, upload));
  }

  @Get(':id')
  show(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this list');
    return this.transaction.read(ctx, (tx) => this.preview.read(tx, id));
  }

  @Post(':id/applications')
  @HttpCode(200)
  confirm(@Ctx() ctx: RequestContext) {
    const importId = idParam(ctx, 'id', 'this list');
    return this.transaction.run(ctx, (tx) => this.apply.execute(tx, { importId }));
  }
}

import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires, SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { NameReaders } from '../use-cases/name-readers.js';
import { ReadCaseFiles } from '../use-cases/read-case-files.js';
import { ReadOwnFiles } from '../use-cases/read-own-files.js';
import { READER_ROLES } from '../use-cases/reader-rules.js';
import { SetRetention } from '../use-cases/set-retention.js';
import { ReaderDto, RetentionDto } from './case-files.dto.js';
import { deskFilePage, deskFilesPage, ownFilesPage } from './case-files.page.js';

const fileIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this file');

/** Sealed files from outside: which there are, who may read them, who did. What is inside is in the readings. */
@Controller('desk/case-files')
@Requires({ organization: 'certifying-body', roles: READER_ROLES })
export class CaseFilesPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly files: ReadCaseFiles,
    private readonly readers: NameReaders,
    private readonly retention: SetRetention,
  ) {}

  @Get()
  async list(@Ctx() ctx: RequestContext) {
    const page = deskFilesPage(await this.transaction.read(ctx, (tx) => this.files.atDesk(tx)));
    return view('case-files/desk', page, { title: page.title });
  }

  @Get(':id')
  async show(@Ctx() ctx: RequestContext) {
    const page = deskFilePage(await this.transaction.read(ctx, (tx) => this.files.one(tx, fileIn(ctx))));
    return view('case-files/file', page, { title: page.title });
  }

  @Post('retentions')
  @Requires({ organization: 'certifying-body', roles: ['administrator'] })
  @FormPage('list')
  async setRetention(@Ctx() ctx: RequestContext, @Body() input: RetentionDto) {
    await this.transaction.run(ctx, (tx) => this.retention.execute(tx, input));
    return redirect('/desk/case-files', { notice: 'The time is set' });
  }

  @Post(':id/readers')
  @Requires({ organization: 'certifying-body', roles: ['administrator'] })
  @FormPage('show')
  async name(@Ctx() ctx: RequestContext, @Body() { readerId, reason }: ReaderDto) {
    const input = { fileId: fileIn(ctx), readerId, reason };
    const { fileId } = await this.transaction.run(ctx, (tx) => this.readers.grant(tx, input));
    return redirect(`/desk/case-files/${fileId}`, { notice: 'Your colleague may read this file' });
  }

  @Post(':id/readers/:readerId/removals')
  @Requires({ organization: 'certifying-body', roles: ['administrator'] })
  @FormPage('show')
  async end(@Ctx() ctx: RequestContext) {
    const input = { fileId: fileIn(ctx), readerId: idParam(ctx, 'readerId', 'this reader') };
    const { fileId } = await this.transaction.run(ctx, (tx) => this.readers.end(tx, input));
    return redirect(`/desk/case-files/${fileId}`, { notice: 'Your colleague no longer reads this file' });
  }
}

/** The sealed files about oneself, with who read them. */
@Controller('case-files')
@SignedIn()
export class OwnCaseFilesPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly files: ReadOwnFiles,
  ) {}

  @Get()
  async own(@Ctx() ctx: RequestContext) {
    const page = ownFilesPage(await this.transaction.read(ctx, (tx) => this.files.execute(tx)));
    return view('case-files/own', page, { title: page.title });
  }
}

import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import { Requires, SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { NameReaders } from '../use-cases/name-readers.js';
import { ReadCaseFiles } from '../use-cases/read-case-files.js';
import { ReadOwnFiles } from '../use-cases/read-own-files.js';
import { READER_ROLES } from '../use-cases/reader-rules.js';
import { ReaderDto } from './case-files.dto.js';

const fileIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this file');

/** Sealed files from outside. */
@Controller('api/v1')
export class CaseFilesApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly files: ReadCaseFiles,
    private readonly ownFiles: ReadOwnFiles,
    private readonly readers: NameReaders,
  ) {}

  /** Files about oneself, with who read them. */
  @Get('case-files')
  @SignedIn()
  async own(@Ctx() ctx: RequestContext) {
    return { files: await this.transaction.read(ctx, (tx) => this.ownFiles.execute(tx)) };
  }

  @Get('desk/case-files')
  @Requires({ organization: 'certifying-body', roles: READER_ROLES })
  list(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.files.atDesk(tx));
  }

  @Get('desk/case-files/:id')
  @Requires({ organization: 'certifying-body', roles: READER_ROLES })
  show(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.files.one(tx, fileIn(ctx)));
  }

  @Post('case-files/:id/readers')
  @Requires({ organization: 'certifying-body', roles: ['administrator'] })
  name(@Ctx() ctx: RequestContext, @Body() { readerId, reason }: ReaderDto) {
    const input = { fileId: fileIn(ctx), readerId, reason };
    return this.transaction.run(ctx, (tx) => this.readers.grant(tx, input));
  }

  @Delete('case-files/:id/readers/:readerId')
  @Requires({ organization: 'certifying-body', roles: ['administrator'] })
  end(@Ctx() ctx: RequestContext) {
    const input = { fileId: fileIn(ctx), readerId: idParam(ctx, 'readerId', 'this reader') };
    return this.transaction.run(ctx, (tx) => this.readers.end(tx, input));
  }
}

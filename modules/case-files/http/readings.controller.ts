import { Controller, Header, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { file, view } from '../../../src/platform/http/responses.js';
import { ReadCaseFiles } from '../use-cases/read-case-files.js';
import { ReadFile } from '../use-cases/read-file.js';
import { READER_ROLES } from '../use-cases/reader-rules.js';
import { readingPage } from './case-files.page.js';

const fileIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this file');

/**
 * Opening a file is an act that goes on record, so it is a POST, which no link and no preview does by itself. Its answer is
 * not kept for a repeat as other answers are (`unrepeatable`): it holds the words.
 */
@Controller('desk/case-files/:id')
@Requires({ organization: 'certifying-body', roles: READER_ROLES })
export class ReadingsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly files: ReadCaseFiles,
    private readonly reads: ReadFile,
  ) {}

  @Post('readings')
  async read(@Ctx() ctx: RequestContext) {
    const page = await this.transaction.run(unrepeatable(ctx), async (tx) => {
      const documents = await this.reads.documents(tx, fileIn(ctx));
      return readingPage(await this.files.one(tx, fileIn(ctx)), documents);
    });
    return view('case-files/reading', page, { title: page.title, status: 200 });
  }

  @Post('documents/:documentId/copies')
  async copy(@Ctx() ctx: RequestContext) {
    const documentId = idParam(ctx, 'documentId', 'this document');
    const found = await this.transaction.run(unrepeatable(ctx), (tx) =>
      this.reads.attachment(tx, fileIn(ctx), documentId),
    );
    return file(found.bytes, found.fileName, found.type);
  }
}

/** The same for programs: the words go to the named reader and to nobody else. */
@Controller('api/v1/case-files/:id')
@Requires({ organization: 'certifying-body', roles: READER_ROLES })
export class ReadingsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadFile,
  ) {}

  /** Logs the reading; attachments are told by name and taken from the page. */
  @Post('readings')
  @Header('cache-control', 'no-store')
  async read(@Ctx() ctx: RequestContext) {
    const documents = await this.transaction.run(unrepeatable(ctx), (tx) => this.reads.documents(tx, fileIn(ctx)));
    return {
      documents: documents.map(({ id, title, from, text, attachment, addedAt }) => {
        return { id, title, from, text, attachment: attachment?.fileName ?? null, addedAt };
      }),
    };
  }
}

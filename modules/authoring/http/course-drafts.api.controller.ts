import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { BeginDraft } from '../use-cases/begin-draft.js';
import { ReadDraft } from '../use-cases/read-draft.js';
import { ReadDrafts } from '../use-cases/read-drafts.js';
import { DraftDto } from './authoring.dto.js';
import { deskDocument, draftDocument } from './draft.document.js';

/** Courses in the making, for programs. */
@Controller('api/v1/course-drafts')
export class CourseDraftsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly drafts: ReadDrafts,
    private readonly begin: BeginDraft,
    private readonly reading: ReadDraft,
  ) {}

  /** Drafts of the organizations that the caller writes or reviews for, and the courses in force. */
  @Get()
  @SignedIn()
  async list(@Ctx() ctx: RequestContext) {
    return deskDocument(await this.transaction.read(ctx, (tx) => this.drafts.execute(tx)));
  }

  /** Begins the next version of a course, or with a title the first of a new one. */
  @Post()
  @SignedIn()
  add(@Ctx() ctx: RequestContext, @Body() { organizationId, code, title }: DraftDto) {
    return this.transaction.run(ctx, (tx) => this.begin.execute(tx, { organizationId, courseCode: code, title }));
  }

  /** One draft: its files, what the checks say against them, and what people said. */
  @Get(':id')
  @SignedIn()
  async one(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this draft');
    return draftDocument(await this.transaction.read(ctx, (tx) => this.reading.execute(tx, id)));
  }
}

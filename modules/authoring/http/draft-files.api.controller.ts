import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { ReadFile } from '../use-cases/read-file.js';
import { SaveFile } from '../use-cases/save-file.js';
import { FileTextDto, NewFileDto } from './authoring.dto.js';
import { fileDocument } from './draft.document.js';

/** The files of a draft, for programs. `?path=` names one: `course.yaml`, `quiz.yaml`, `lessons/….md`, `sessions/….md`. */
@Controller('api/v1/course-drafts/:id/files')
export class DraftFilesApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reading: ReadFile,
    private readonly saving: SaveFile,
  ) {}

  /** One file with the revision that a change is saved from. */
  @Get()
  @SignedIn()
  async show(@Ctx() ctx: RequestContext) {
    return fileDocument(await this.transaction.read(ctx, (tx) => this.reading.execute(tx, addressOf(ctx))));
  }

  /** Saves one file. Who saves from a revision that is not the newest is told (409), and nothing is overwritten. */
  @Put()
  @SignedIn()
  save(@Ctx() ctx: RequestContext, @Body() { text, revision }: FileTextDto) {
    return this.transaction.run(ctx, (tx) => this.saving.execute(tx, { ...addressOf(ctx), text, revision }));
  }

  /** Adds a lesson or a live session, which course.yaml lists from then on. */
  @Post()
  @SignedIn()
  async add(@Ctx() ctx: RequestContext, @Body() { folder, name }: NewFileDto) {
    const { draftId } = addressOf(ctx);
    return this.transaction.run(ctx, async (tx) => ({ path: await this.saving.add(tx, { draftId, folder, name }) }));
  }

  /** What the checks would say of a text in the place of the file; nothing is saved. */
  @Post('checks')
  @HttpCode(200)
  @SignedIn()
  async check(@Ctx() ctx: RequestContext, @Body() typed: FileTextDto) {
    const view = await this.transaction.read(ctx, (tx) => this.reading.execute(tx, { ...addressOf(ctx), typed }));
    return { faults: view.examination.folder.faults };
  }
}

function addressOf(ctx: RequestContext): { draftId: string; path: string } {
  return { draftId: idParam(ctx, 'id', 'this draft'), path: ctx.query['path'] ?? 'course.yaml' };
}

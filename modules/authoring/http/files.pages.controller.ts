import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { ReadDifferences } from '../use-cases/read-differences.js';
import { ReadFile } from '../use-cases/read-file.js';
import { SaveFile } from '../use-cases/save-file.js';
import { NewFileDto } from './authoring.dto.js';
import { filesOf, picturesOf, versionChoice } from './difference.page.js';
import { fileHref } from './draft.page.js';
import { typedFile } from './file-form.js';
import { filePage } from './file.page.js';

/** The files of a draft in their editor. Works by plain forms; a script only shows the same preview while somebody types. */
@Controller('authoring/drafts/:id')
export class FilesPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reading: ReadFile,
    private readonly saving: SaveFile,
    private readonly differences: ReadDifferences,
  ) {}

  @Get('file')
  @SignedIn()
  async show(@Ctx() ctx: RequestContext) {
    return this.editor(ctx, ctx.form?.values);
  }

  @Post('file')
  @SignedIn()
  @FormPage('show')
  async save(@Ctx() ctx: RequestContext, @Body() sent: Record<string, unknown>) {
    const { draftId, path } = addressOf(ctx);
    const typed = typedFile(path, sent);
    await this.transaction.run(ctx, (tx) => this.saving.execute(tx, { draftId, path, ...typed }));
    return redirect(fileHref(`/authoring/drafts/${draftId}`, path), { notice: 'Saved.' });
  }

  /** Shows what was typed; nothing is saved. */
  @Post('file-previews')
  @SignedIn()
  async preview(@Ctx() ctx: RequestContext, @Body() sent: Record<string, unknown>) {
    return this.editor(ctx, sent);
  }

  @Post('files')
  @SignedIn()
  @FormPage('newFile')
  async add(@Ctx() ctx: RequestContext, @Body() { folder, name }: NewFileDto) {
    const { draftId } = addressOf(ctx);
    const path = await this.transaction.run(ctx, (tx) => this.saving.add(tx, { draftId, folder, name }));
    return redirect(fileHref(`/authoring/drafts/${draftId}`, path), {
      notice: 'The file is there, and course.yaml lists it.',
    });
  }

  @Get('files/new')
  @SignedIn()
  async newFile(@Ctx() ctx: RequestContext) {
    const { draftId } = addressOf(ctx);
    const { title } = await this.transaction.read(ctx, (tx) => this.differences.ofDraft(tx, draftId));
    return view(
      'authoring/new-file',
      { base: `/authoring/drafts/${draftId}`, course: title },
      { title: 'Add a lesson or a live session' },
    );
  }

  @Get('differences')
  @SignedIn()
  async compare(@Ctx() ctx: RequestContext) {
    const { draftId } = addressOf(ctx);
    const { draft, title, versions, before, files, pictures, withoutQuiz } = await this.transaction.read(ctx, (tx) =>
      this.differences.ofDraft(tx, draftId, ctx.query['from'] || undefined),
    );
    const at = { before: `/courses/${draft.courseCode}/pictures`, after: `/authoring/drafts/${draftId}/pictures` };
    const model = {
      title: `What the draft of ${title} changes`,
      back: { href: `/authoring/drafts/${draftId}`, text: 'The draft' },
      action: `/authoring/drafts/${draftId}/differences`,
      versions: versions.map(versionChoice),
      from: before?.id,
      files: filesOf(files),
      pictures: picturesOf(pictures, at),
      differs: files.length + pictures.length > 0,
      withoutQuiz,
    };
    return view('authoring/versions', model);
  }

  private async editor(ctx: RequestContext, sent: Readonly<Record<string, unknown>> | undefined) {
    const address = addressOf(ctx);
    const typed = sent && typedFile(address.path, sent);
    const page = filePage(await this.transaction.read(ctx, (tx) => this.reading.execute(tx, { ...address, typed })));
    return view('authoring/file', { ...page, isTyped: typed !== undefined });
  }
}

function addressOf(ctx: RequestContext): { draftId: string; path: string } {
  return { draftId: idParam(ctx, 'id', 'this draft'), path: ctx.query['path'] ?? 'course.yaml' };
}

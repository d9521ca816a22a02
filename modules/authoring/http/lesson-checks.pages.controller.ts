import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { fileNotFound } from '../authoring.errors.js';
import { kindOf } from '../domain/draft-files.js';
import { checksIn } from '../domain/lesson-checks.js';
import { ReadFile } from '../use-cases/read-file.js';
import { SaveFile } from '../use-cases/save-file.js';
import { checkFields, typedChecks } from './check-form.js';
import { checksHref, fileHref } from './draft.page.js';
import { revisionIn } from './file-form.js';

/** The questions of a lesson ("Check your understanding") in a form, so that nobody has to write them as YAML. */
@Controller('authoring/drafts/:id/checks')
export class LessonChecksPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reading: ReadFile,
    private readonly saving: SaveFile,
  ) {}

  @Get()
  @SignedIn()
  async show(@Ctx() ctx: RequestContext) {
    const address = addressOf(ctx);
    const file = await this.transaction.read(ctx, (tx) => this.reading.execute(tx, address));
    const typed = ctx.form?.values;
    const base = `/authoring/drafts/${address.draftId}`;
    const href = fileHref(base, address.path);
    const model = {
      title: `Questions of ${file.path}`,
      trail: [
        { text: 'Writing courses', href: '/authoring' },
        { text: file.examination.course.title, href: base },
        { text: file.path, href },
        { text: 'Questions' },
      ],
      save: checksHref(base, address.path),
      file: href,
      mayWrite: file.mayWrite,
      revision: typed ? revisionIn(typed) : file.saved.revision,
      checks: checkFields(typed ? typedChecks(typed) : checksIn(file.text)),
      faults: file.faults,
      isWhole: file.faults.length === 0,
    };
    return view('authoring/checks', model);
  }

  @Post()
  @SignedIn()
  @FormPage('show')
  async save(@Ctx() ctx: RequestContext, @Body() sent: Record<string, unknown>) {
    const address = addressOf(ctx);
    const input = { ...address, checks: typedChecks(sent), revision: revisionIn(sent) };
    await this.transaction.run(ctx, (tx) => this.saving.checks(tx, input));
    return redirect(checksHref(`/authoring/drafts/${address.draftId}`, address.path), { notice: 'Saved.' });
  }
}

/** @throws DomainError not_found for a file that is no lesson */
function addressOf(ctx: RequestContext): { draftId: string; path: string } {
  const path = ctx.query['path'] ?? '';
  const draftId = idParam(ctx, 'id', 'this draft');
  if (kindOf(path) !== 'lesson') throw fileNotFound();
  return { draftId, path };
}

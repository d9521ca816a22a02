import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { ReadPractice } from '../use-cases/read-practice.js';
import { WriteEntries } from '../use-cases/write-entries.js';
import { entryFormPage } from './entry-form.page.js';
import { contentOfForm } from './entry-input.js';
import { entrySummary } from './practice.page.js';

type SentForm = Record<string, unknown>;

@Controller('practice/entries')
export class PracticeEntriesPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly readPractice: ReadPractice,
    private readonly write: WriteEntries,
  ) {}

  @Get('new')
  @SignedIn()
  async add(@Ctx() ctx: RequestContext) {
    const before = await this.transaction.read(ctx, (tx) => this.readPractice.newest(tx));
    const form = { title: say`Record hours`, action: '/practice/entries', button: say`Save these hours`, before };
    return view('practice/entry-form', entryFormPage(form));
  }

  @Post()
  @SignedIn()
  @FormPage('add')
  async record(@Ctx() ctx: RequestContext, @Body() sent: SentForm) {
    await this.transaction.run(ctx, (tx) => this.write.record(tx, contentOfForm(sent)));
    return redirect('/practice', { notice: say`Your hours are saved.` });
  }

  @Get(':id')
  @SignedIn()
  async show(@Ctx() ctx: RequestContext) {
    const { entry, ...links } = await this.read(ctx);
    return view('practice/entry', {
      title: say`Recorded hours`,
      entry,
      ...links,
      rows: entrySummary(entry),
      isSigned: entry.factId !== null,
      isWithSupervisor: entry.state === 'awaiting_signature',
    });
  }

  @Get(':id/edit')
  @SignedIn()
  async edit(@Ctx() ctx: RequestContext) {
    const { entry } = await this.read(ctx);
    if (entry.factId) return redirect(`/practice/entries/${entry.id}`);
    const action = `/practice/entries/${entry.id}/revisions`;
    return view(
      'practice/entry-form',
      entryFormPage({ title: say`Change hours`, action, button: say`Save the change`, entry }),
    );
  }

  @Post(':id/revisions')
  @SignedIn()
  @FormPage('edit')
  async change(@Ctx() ctx: RequestContext, @Body() sent: SentForm) {
    const id = idParam(ctx, 'id', 'this entry');
    await this.transaction.run(ctx, (tx) => this.write.change(tx, id, contentOfForm(sent)));
    return redirect(`/practice/entries/${id}`, { notice: say`Your change is saved.` });
  }

  @Post(':id/removals')
  @SignedIn()
  @FormPage('show')
  async remove(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this entry');
    await this.transaction.run(ctx, (tx) => this.write.remove(tx, id));
    return redirect('/practice', { notice: say`The entry is removed.` });
  }

  @Get(':id/correction')
  @SignedIn()
  async correction(@Ctx() ctx: RequestContext) {
    const { entry } = await this.read(ctx);
    const action = `/practice/entries/${entry.id}/corrections`;
    return view(
      'practice/entry-form',
      entryFormPage({ title: say`Correct signed hours`, action, button: say`Save the correction`, entry }),
    );
  }

  @Post(':id/corrections')
  @SignedIn()
  @FormPage('correction')
  async correct(@Ctx() ctx: RequestContext, @Body() sent: SentForm) {
    const id = idParam(ctx, 'id', 'this entry');
    const { entryId } = await this.transaction.run(ctx, (tx) => this.write.correct(tx, id, contentOfForm(sent)));
    return redirect(`/practice/entries/${entryId}`, {
      notice: say`The correction is saved. It takes the place of the signed entry once it is signed too.`,
    });
  }

  private read(ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this entry');
    return this.transaction.read(ctx, (tx) => this.readPractice.entry(tx, id));
  }
}

import { Body, Controller, Get, Post } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { BringDraft } from '../use-cases/bring-draft.js';
import { ReadDraft } from '../use-cases/read-draft.js';
import { ReadDrafts } from '../use-cases/read-drafts.js';
import { draftText, typedText } from './draft-text.js';
import { draftsPage } from './draft.page.js';
import { DraftDto } from './scheme-changes.dto.js';

const LIST = '/desk/scheme-changes';

/** New versions of a body's rules, as drafts. */
@Controller('desk/scheme-changes')
@Requires({ organization: 'certifying-body', roles: ['administrator'] })
export class SchemeChangesPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly drafts: ReadDrafts,
    private readonly draft: ReadDraft,
    private readonly bring: BringDraft,
  ) {}

  @Get()
  async list(@Ctx() ctx: RequestContext) {
    const after = ctx.query['after'];
    const page = await this.transaction.read(ctx, (tx) => this.drafts.list(tx, after));
    return view('scheme-changes/drafts', draftsPage(page, LIST, after), { title: 'Changes of rules' });
  }

  @Get('new')
  async form(@Ctx() ctx: RequestContext) {
    if (ctx.form) ctx.form.values = { ...ctx.form.values, text: typedText(ctx.form.values) };
    const replaces = ctx.form?.values['replaces'] ?? ctx.query['replaces'];
    const model = await this.transaction.read(ctx, async (tx) => {
      const bodies = await this.drafts.bodies(tx);
      const id =
        typeof replaces === 'string' && replaces !== ''
          ? idParam({ params: { replaces } }, 'replaces', 'this draft')
          : null;
      const earlier = id === null ? null : await this.draft.execute(tx, id);
      return {
        bodies: bodies.map(({ id: value, name: label, schemes }) => ({
          value,
          label,
          hint: schemes.map(({ title, code }) => `${title} (${code})`).join(', '),
        })),
        bodyId: earlier?.bodyId ?? (bodies.length === 1 ? bodies[0]?.id : undefined),
        earlier: earlier && { ...earlier, effectiveFrom: earlier.effectiveFrom.toString() },
      };
    });
    return view('scheme-changes/new-draft', model, { title: 'Bring in new rules' });
  }

  @Post()
  @FormPage('form')
  async add(@Ctx() ctx: RequestContext, @Body() form: DraftDto) {
    const { bodyId, replaces } = form;
    const input = {
      bodyId,
      text: draftText(form),
      effectiveFrom: Temporal.PlainDate.from(form.effectiveFrom),
      replaces: replaces || undefined,
    };
    const { id } = await this.transaction.run(ctx, (tx) => this.bring.execute(tx, input));
    return redirect(`${LIST}/${id}`, {
      notice: 'The draft is kept. Nothing changes for anybody until it is published.',
    });
  }
}

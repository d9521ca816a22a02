import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { JudgeItems } from '../use-cases/judge-items.js';
import type { SentForm } from './item-form.js';
import { estimateField, judgingPage } from './studies.page.js';

const JUDGING = '/desk/item-bank/judging';
const studyIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this study');

/** A judge's own page: the items of a study while it is open, and never after. */
@Controller('desk/item-bank/judging')
@Requires({ organization: 'certifying-body', roles: ['item-judge'] })
export class JudgingPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly judging: JudgeItems,
  ) {}

  @Get()
  async list(@Ctx() ctx: RequestContext) {
    const studies = await this.transaction.read(ctx, (tx) => this.judging.open(tx));
    return view('item-bank/judging-list', { studies }, { title: 'Items to judge' });
  }

  /** Opening it is a reading of all its items. */
  @Get(':id')
  async show(@Ctx() ctx: RequestContext) {
    const judging = await this.transaction.run(unrepeatable(ctx), (tx) => this.judging.read(tx, studyIn(ctx)));
    const page = judgingPage(judging);
    return view('item-bank/judging', page, { title: page.title });
  }

  /** Fields left empty are estimated later. */
  @Post(':id/estimates')
  @FormPage('show')
  async save(@Ctx() ctx: RequestContext, @Body() sent: SentForm) {
    const prefix = estimateField('');
    const estimates = Object.entries(sent).flatMap(([name, value]) => {
      const text = typeof value === 'string' ? value.trim().replace(/\s*%$/, '') : '';
      if (!name.startsWith(prefix) || text === '') return [];
      return [{ versionId: name.slice(prefix.length), percent: /^\d{1,3}$/.test(text) ? Number(text) : NaN }];
    });
    const input = { studyId: studyIn(ctx), estimates };
    const { given, items } = await this.transaction.run(ctx, (tx) => this.judging.save(tx, input));
    const notice =
      given === items ? 'All your estimates are saved. Thank you.' : `Saved: ${given} of ${items} estimates.`;
    return redirect(given === items ? JUDGING : `${JUDGING}/${input.studyId}`, { notice });
  }
}

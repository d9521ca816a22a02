import { Body, Controller, Get, Post } from '@nestjs/common';
import { organizationsOf } from '../../../src/kernel/actor.js';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { pageLinks } from '../../../src/platform/http/paging.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { ReadRenewalDesk } from '../use-cases/read-renewal-desk.js';
import { DeskAnswers, DeskRenewalView } from './desk-renewal.view.js';
import { DESK, REGISTRAR } from './renewals.roles.js';
import { ReturnDto } from './renewals.dto.js';

/** A registrar looks at what people sent, and confirms it or returns it with a note. */
@Controller('desk/renewals')
export class DeskRenewalsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadRenewalDesk,
    private readonly page: DeskRenewalView,
    private readonly answers: DeskAnswers,
  ) {}

  @Get()
  @Requires(DESK)
  queue(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) => {
      const after = ctx.query['after'];
      const { renewals, next } = await this.reads.waiting(tx, after);
      return view(
        'renewals/queue',
        {
          renewals,
          givesMoreTime: organizationsOf(ctx.actor, 'registrar').length > 0,
          pages: pageLinks('/desk/renewals', {}, { after, next }),
        },
        { title: 'Renewals to confirm' },
      );
    });
  }

  @Get(':id')
  @Requires(DESK)
  show(@Ctx() ctx: RequestContext) {
    return this.page.show(ctx);
  }

  @Post(':id/confirmations')
  @Requires(REGISTRAR)
  @FormPage('show')
  async confirm(@Ctx() ctx: RequestContext) {
    const renewalId = idParam(ctx, 'id', 'this renewal');
    const { expiresOn } = await this.transaction.run(ctx, (tx) => this.answers.confirms.execute(tx, { renewalId }));
    return redirect('/desk/renewals', { notice: `The renewal is confirmed: valid through ${formatDate(expiresOn)}.` });
  }

  @Post(':id/returns')
  @Requires(REGISTRAR)
  @FormPage('show')
  async giveBack(@Ctx() ctx: RequestContext, @Body() { note }: ReturnDto) {
    const renewalId = idParam(ctx, 'id', 'this renewal');
    await this.transaction.run(ctx, (tx) => this.answers.returns.execute(tx, { renewalId, note }));
    return redirect('/desk/renewals', { notice: 'The renewal is returned with your note. A letter tells the person.' });
  }
}

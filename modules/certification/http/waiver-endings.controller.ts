import { Body, Controller, Get, Post } from '@nestjs/common';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { ReadCase } from '../use-cases/read-case.js';
import { TakeBackWaiver } from '../use-cases/take-back-waiver.js';
import { WaiverEndingDto } from './case-work.dto.js';
import { waiverRows } from './case-work.page.js';

/** Taking a waiver back, on a page and in JSON. */
@Controller()
@Requires({ organization: 'certifying-body', roles: ['registrar'] })
export class WaiverEndingsController {
  constructor(
    private readonly transaction: Transaction,
    private readonly cases: ReadCase,
    private readonly takesBack: TakeBackWaiver,
  ) {}

  @Get('desk/applications/:id/waivers/:waiverId/endings/new')
  async form(@Ctx() ctx: RequestContext) {
    const { applicationId, waiverId } = idsOf(ctx);
    const found = await this.transaction.read(ctx, (tx) => this.cases.execute(tx, applicationId));
    const place = found.waivers.findIndex(({ id }) => id === waiverId);
    const row = waiverRows(found)[place];
    if (!row) throw notFound('this waiver');
    const back = `/desk/applications/${applicationId}`;
    const action = `${back}/waivers/${waiverId}/endings`;
    const page = { ...row, back, action, applicant: found.applicant.displayName };
    return view('certification/waiver-ending', page, { title: 'Take a waiver back' });
  }

  @Post('desk/applications/:id/waivers/:waiverId/endings')
  @FormPage('form')
  async end(@Ctx() ctx: RequestContext, @Body() { reason }: WaiverEndingDto) {
    const ids = idsOf(ctx);
    await this.transaction.run(ctx, (tx) => this.takesBack.execute(tx, { ...ids, reason }));
    const notice = 'The waiver is taken back: the requirement is asked again, and the applicant reads why.';
    return redirect(`/desk/applications/${ids.applicationId}`, { notice });
  }

  /** Takes a waiver back before the decision. The session must have been confirmed lately. */
  @Post('api/v1/applications/:id/waivers/:waiverId/endings')
  endByApi(@Ctx() ctx: RequestContext, @Body() { reason }: WaiverEndingDto) {
    return this.transaction.run(ctx, (tx) => this.takesBack.execute(tx, { ...idsOf(ctx), reason }));
  }
}

function idsOf(ctx: RequestContext) {
  return { applicationId: idParam(ctx, 'id', 'this application'), waiverId: idParam(ctx, 'waiverId', 'this waiver') };
}

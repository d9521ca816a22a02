import { Body, Controller, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect } from '../../../src/platform/http/responses.js';
import { DenyRenewal } from '../use-cases/deny-renewal.js';
import { DeskRenewalView } from './desk-renewal.view.js';
import { DenialDto, SecondWordDto } from './renewals.dto.js';
import { DESK, REGISTRAR } from './renewals.roles.js';

const NOTICES = {
  denial_proposed: 'Your proposal is recorded. A second person decides on it; until then the holder is not told.',
  denied: 'The renewal is denied. A letter tells the person why, and how to appeal.',
  submitted: 'It goes back to the registrars. Nothing is decided by it.',
};

/** A renewal is denied at the desk: by a proposal and a second word, or by one person where the scheme says so. */
@Controller('desk/renewals/:id')
export class RenewalDenialsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly page: DeskRenewalView,
    private readonly denies: DenyRenewal,
  ) {}

  /** For {@link FormPage}; the address itself is served by the desk. */
  show(ctx: RequestContext) {
    return this.page.show(ctx);
  }

  @Post('denials')
  @Requires(REGISTRAR)
  @FormPage('show')
  async deny(@Ctx() ctx: RequestContext, @Body() { reasons, note }: DenialDto) {
    const renewalId = idParam(ctx, 'id', 'this renewal');
    const { state } = await this.transaction.run(ctx, (tx) => this.denies.execute(tx, { renewalId, reasons, note }));
    return redirect('/desk/renewals', { notice: NOTICES[state] });
  }

  @Post('seconds')
  @Requires(DESK)
  @FormPage('show')
  async second(@Ctx() ctx: RequestContext, @Body() { word }: SecondWordDto) {
    const renewalId = idParam(ctx, 'id', 'this renewal');
    const { state } = await this.transaction.run(ctx, (tx) => this.denies.second(tx, { renewalId, word }));
    return redirect('/desk/renewals', { notice: NOTICES[state] });
  }
}

import { Body, Controller, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect } from '../../../src/platform/http/responses.js';
import { DecideComplaint } from '../use-cases/decide-complaint.js';
import { complaintIn } from './case-in.js';
import { ComplaintView } from './complaint-view.js';
import { ProposalDto, ReasonDto, SecondDto } from './conduct.dto.js';
import { DECIDER } from './conduct.roles.js';

/** Two deciders on a complaint, at the desk. */
@Controller('desk/complaints/:id')
@Requires(DECIDER)
export class ComplaintDecisionsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly page: ComplaintView,
    private readonly decides: DecideComplaint,
  ) {}

  /** For {@link FormPage}; the address itself is served by the desk. */
  show(ctx: RequestContext) {
    return this.page.show(ctx);
  }

  @Post('proposals')
  @FormPage('show')
  async propose(@Ctx() ctx: RequestContext, @Body() { outcome, reasons }: ProposalDto) {
    const proposal = { outcome, reasons };
    await this.transaction.run(ctx, (tx) => this.decides.propose(tx, complaintIn(ctx), proposal));
    return this.back(ctx, 'Your proposal is recorded. A second person decides on it');
  }

  @Post('seconds')
  @FormPage('show')
  async second(@Ctx() ctx: RequestContext, @Body() { word }: SecondDto) {
    await this.transaction.run(ctx, (tx) => this.decides[word](tx, complaintIn(ctx)));
    return this.back(
      ctx,
      word === 'agree' ? 'It is decided. The holder is told by letter' : 'It goes back to be proposed anew',
    );
  }

  @Post('immediate-suspensions')
  @FormPage('show')
  async suspend(@Ctx() ctx: RequestContext, @Body() { reason }: ReasonDto) {
    await this.transaction.run(ctx, (tx) => this.decides.suspendAtOnce(tx, complaintIn(ctx), reason));
    return this.back(ctx, 'It is suspended from today. Another person has to confirm it in time, or it ends');
  }

  @Post('confirmations')
  @FormPage('show')
  async confirm(@Ctx() ctx: RequestContext) {
    await this.transaction.run(ctx, (tx) => this.decides.confirm(tx, complaintIn(ctx)));
    return this.back(ctx, 'The suspension is confirmed');
  }

  private back(ctx: RequestContext, notice: string) {
    return redirect(`/desk/complaints/${complaintIn(ctx)}`, { notice });
  }
}

import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires, SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { ConfirmRenewal } from '../use-cases/confirm-renewal.js';
import { ReadRenewalDesk } from '../use-cases/read-renewal-desk.js';
import { ReadRenewals } from '../use-cases/read-renewals.js';
import { ReturnRenewal } from '../use-cases/return-renewal.js';
import { SubmitRenewal } from '../use-cases/submit-renewal.js';
import { renewalDocument } from './renewal.document.js';
import { AnswerDto, ReturnDto } from './renewals.dto.js';

/** A person's own renewals as JSON. */
@Controller('api/v1')
@SignedIn()
export class RenewalsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly submits: SubmitRenewal,
    private readonly reads: ReadRenewals,
  ) {}

  /** The person's own renewals, newest first. */
  @Get('renewals')
  list(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) => ({ renewals: await this.reads.listOwn(tx) }));
  }

  /** What the renewal of one's own credential asks for, when it opens, and what was said about it. */
  @Get('credentials/:number/renewals')
  show(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) =>
      renewalDocument(await this.reads.own(tx, ctx.params['number'] ?? '')),
    );
  }

  /** Sends the renewal; one that was returned is sent again with an `answer` to the note. */
  @Post('credentials/:number/renewals')
  submit(@Ctx() ctx: RequestContext, @Body() { answer }: AnswerDto) {
    const number = ctx.params['number'] ?? '';
    return this.transaction.run(ctx, (tx) => this.submits.execute(tx, { number, answer }));
  }
}

/** The same for the registrars of a certifying body. */
@Controller('api/v1')
@Requires({ organization: 'certifying-body', roles: ['registrar'] })
export class DeskRenewalsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly desk: ReadRenewalDesk,
    private readonly confirms: ConfirmRenewal,
    private readonly returns: ReturnRenewal,
  ) {}

  /** What waits for a registrar, soonest end first; `?after=` is the `next` of the page before. */
  @Get('desk/renewals')
  waiting(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.desk.waiting(tx, ctx.query['after']));
  }

  @Post('renewals/:id/confirmations')
  confirm(@Ctx() ctx: RequestContext) {
    const renewalId = idParam(ctx, 'id', 'this renewal');
    return this.transaction.run(ctx, (tx) => this.confirms.execute(tx, { renewalId }));
  }

  /** Gives a renewal back with a note; its holder answers and sends it again. */
  @Post('renewals/:id/returns')
  giveBack(@Ctx() ctx: RequestContext, @Body() { note }: ReturnDto) {
    const renewalId = idParam(ctx, 'id', 'this renewal');
    return this.transaction.run(ctx, (tx) => this.returns.execute(tx, { renewalId, note }));
  }
}

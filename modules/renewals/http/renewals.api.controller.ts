import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires, SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { DenyRenewal } from '../use-cases/deny-renewal.js';
import { ReadRenewalDesk } from '../use-cases/read-renewal-desk.js';
import { ReadRenewals } from '../use-cases/read-renewals.js';
import { SubmitRenewal } from '../use-cases/submit-renewal.js';
import { DeskAnswers } from './desk-renewal.view.js';
import { renewalDocument } from './renewal.document.js';
import { AnswerDto, DenialDto, ReturnDto, SecondWordDto } from './renewals.dto.js';
import { DESK, REGISTRAR } from './renewals.roles.js';

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
export class DeskRenewalsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly desk: ReadRenewalDesk,
    private readonly answers: DeskAnswers,
    private readonly denies: DenyRenewal,
  ) {}

  /** What waits for a registrar, soonest end first; `?after=` is the `next` of the page before. */
  @Get('desk/renewals')
  @Requires(DESK)
  waiting(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.desk.waiting(tx, ctx.query['after']));
  }

  @Post('renewals/:id/confirmations')
  @Requires(REGISTRAR)
  confirm(@Ctx() ctx: RequestContext) {
    const renewalId = idParam(ctx, 'id', 'this renewal');
    return this.transaction.run(ctx, (tx) => this.answers.confirms.execute(tx, { renewalId }));
  }

  /** Gives a renewal back with a note; its holder answers and sends it again. */
  @Post('renewals/:id/returns')
  @Requires(REGISTRAR)
  giveBack(@Ctx() ctx: RequestContext, @Body() { note }: ReturnDto) {
    const renewalId = idParam(ctx, 'id', 'this renewal');
    return this.transaction.run(ctx, (tx) => this.answers.returns.execute(tx, { renewalId, note }));
  }

  /** Proposes to deny one, with reasons and words to its holder; denies it at once where the scheme asks for one person. */
  @Post('renewals/:id/denials')
  @Requires(REGISTRAR)
  deny(@Ctx() ctx: RequestContext, @Body() { reasons, note }: DenialDto) {
    const renewalId = idParam(ctx, 'id', 'this renewal');
    return this.transaction.run(ctx, (tx) => this.denies.execute(tx, { renewalId, reasons, note }));
  }

  /** The second person agrees, which denies it, or objects. */
  @Post('renewals/:id/seconds')
  @Requires(DESK)
  second(@Ctx() ctx: RequestContext, @Body() { word }: SecondWordDto) {
    const renewalId = idParam(ctx, 'id', 'this renewal');
    return this.transaction.run(ctx, (tx) => this.denies.second(tx, { renewalId, word }));
  }
}

import { Body, Controller, Get, Post } from '@nestjs/common';
import { dateIn } from '../../../src/kernel/dates.js';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import type { ChangeKind } from '../domain/status-change.js';
import { ChangeByRegistrar } from '../use-cases/change-by-registrar.js';
import { ReadCredential } from '../use-cases/read-credential.js';
import { ReversalDto, StatusChangeDto } from './credentials.dto.js';
import { changePage, reversalPage } from './status-change.page.js';
import { changeOf } from './status-change.form.js';

/** A registrar's changes, each with its own page: reason, the day it counts from, the day the public is told. */
@Controller('desk/credentials/:number')
@Requires({ organization: 'certifying-body', roles: ['registrar'] })
export class StatusChangesPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly credential: ReadCredential,
    private readonly changes: ChangeByRegistrar,
  ) {}

  @Get('reprimands/new')
  newReprimand(@Ctx() ctx: RequestContext) {
    return this.page(ctx, 'reprimanded');
  }

  @Post('reprimands')
  @FormPage('newReprimand')
  reprimand(@Ctx() ctx: RequestContext, @Body() body: StatusChangeDto) {
    return this.change(ctx, 'reprimanded', body, 'The reprimand is recorded. The holder is told by letter.');
  }

  /** Asked with the line that is to be taken back: `?eventId=`. */
  @Get('reversals/new')
  async newReversal(@Ctx() ctx: RequestContext) {
    const typed = ctx.form?.values['eventId'];
    const asked = ctx.query['eventId'] ?? (typeof typed === 'string' ? typed : '');
    const page = await this.transaction.read(ctx, async (tx) =>
      reversalPage(await this.credential.execute(tx, ctx.params['number'] ?? ''), asked),
    );
    return view('credentials/reversal', page, { title: 'Take a decision back' });
  }

  @Post('reversals')
  @FormPage('newReversal')
  async reverse(@Ctx() ctx: RequestContext, @Body() { eventId, reason, explanation = '' }: ReversalDto) {
    const input = { number: ctx.params['number'] ?? '', eventId, reason, explanation };
    const { number } = await this.transaction.run(ctx, (tx) => this.changes.reverse(tx, input));
    return redirect(`/desk/credentials/${number}`, {
      notice: 'The decision is taken back, from its first day on. The holder is told by letter.',
    });
  }

  @Get('suspensions/new')
  newSuspension(@Ctx() ctx: RequestContext) {
    return this.page(ctx, 'suspended');
  }

  @Post('suspensions')
  @FormPage('newSuspension')
  suspend(@Ctx() ctx: RequestContext, @Body() body: StatusChangeDto) {
    return this.change(ctx, 'suspended', body, 'The certification is suspended. The holder is told by letter.');
  }

  @Get('reinstatements/new')
  newReinstatement(@Ctx() ctx: RequestContext) {
    return this.page(ctx, 'reinstated');
  }

  @Post('reinstatements')
  @FormPage('newReinstatement')
  reinstate(@Ctx() ctx: RequestContext, @Body() body: StatusChangeDto) {
    return this.change(ctx, 'reinstated', body, 'The certification is reinstated. The holder is told by letter.');
  }

  @Get('revocations/new')
  newRevocation(@Ctx() ctx: RequestContext) {
    return this.page(ctx, 'revoked');
  }

  @Post('revocations')
  @FormPage('newRevocation')
  revoke(@Ctx() ctx: RequestContext, @Body() body: StatusChangeDto) {
    return this.change(ctx, 'revoked', body, 'The certification is revoked. The holder is told by letter.');
  }

  @Get('surrenders/new')
  newSurrender(@Ctx() ctx: RequestContext) {
    return this.page(ctx, 'surrendered');
  }

  @Post('surrenders')
  @FormPage('newSurrender')
  surrender(@Ctx() ctx: RequestContext, @Body() body: StatusChangeDto) {
    return this.change(ctx, 'surrendered', body, 'It is recorded. The holder gets a letter.');
  }

  private async page(ctx: RequestContext, kind: ChangeKind) {
    const page = await this.transaction.read(ctx, async (tx) => {
      const found = await this.credential.execute(tx, ctx.params['number'] ?? '');
      return changePage(found, kind, dateIn(found.body.timeZone, tx.now).toString());
    });
    return view('credentials/status-change', page, { title: page.heading });
  }

  private async change(ctx: RequestContext, kind: ChangeKind, body: StatusChangeDto, notice: string) {
    const input = changeOf(ctx.params['number'] ?? '', kind, body);
    const { number } = await this.transaction.run(ctx, (tx) => this.changes.execute(tx, input));
    return redirect(`/desk/credentials/${number}`, { notice });
  }
}

import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ByLink } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect } from '../../../src/platform/http/responses.js';
import { WriteReference } from '../use-cases/write-reference.js';
import { PRIVATE, RefereeLink } from './referee-link.js';
import { SealedWordsDto } from './references.dto.js';
import { sealedWords } from './sealed-input.js';

/** The page behind a referee's link. Looking changes nothing, however often it is done and by whom. */
@Controller()
export class RefereePagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly link: RefereeLink,
    private readonly writes: WriteReference,
  ) {}

  @Get('reference-links/:token')
  @ByLink('certification.reference')
  async follow(@Ctx() ctx: RequestContext, @Param('token') token: string) {
    return this.link.follow(ctx, token);
  }

  @Get('references/:id')
  @ByLink('certification.reference')
  async show(@Ctx() ctx: RequestContext) {
    return this.link.page(ctx);
  }

  @Post('references/:id/letters')
  @ByLink('certification.reference')
  @FormPage('show')
  async write(@Ctx() given: RequestContext, @Body() sent: SealedWordsDto) {
    const { ctx, requestId } = await this.link.holder(given);
    await this.transaction.run(ctx, (tx) => this.writes.execute(tx, requestId, sealedWords(sent)));
    return redirect(`/references/${requestId}`, { headers: PRIVATE });
  }

  @Post('references/:id/refusals')
  @ByLink('certification.reference')
  @FormPage('show')
  async decline(@Ctx() given: RequestContext) {
    const { ctx, requestId } = await this.link.holder(given);
    await this.transaction.run(ctx, (tx) => this.writes.decline(tx, requestId));
    return redirect(`/references/${requestId}`, { headers: PRIVATE });
  }
}

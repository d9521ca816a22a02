import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { HandOverLateAnswers } from '../use-cases/hand-over-late-answers.js';
import { KeepContact } from '../use-cases/keep-contact.js';
import { ContactDto, LateAnswersDto } from './outages.dto.js';

const sittingIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this sitting');

/** What the page of a sitting tells about its connection: for its script, and as JSON for programs. */
@Controller(['sittings/:id', 'api/v1/sittings/:id'])
@SignedIn()
export class ContactsController {
  constructor(
    private readonly transaction: Transaction,
    private readonly contact: KeepContact,
    private readonly late: HandOverLateAnswers,
  ) {}

  /** The page is there; how the sitting stands, and what the rule gave back. */
  @Post('contacts')
  @HttpCode(200)
  hear(@Ctx() ctx: RequestContext, @Body() { unreachableSeconds }: ContactDto) {
    const id = sittingIn(ctx);
    return this.transaction.run(unrepeatable(ctx), (tx) => this.contact.execute(tx, id, unreachableSeconds));
  }

  /** Answers after the end: kept apart, counted nowhere. */
  @Post('late-answers')
  handOver(@Ctx() ctx: RequestContext, @Body() { answers }: LateAnswersDto) {
    const id = sittingIn(ctx);
    return this.transaction.run(unrepeatable(ctx), (tx) => this.late.execute(tx, id, answers));
  }
}

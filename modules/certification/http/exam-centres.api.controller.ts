import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { IssueAuthorisation } from '../use-cases/issue-authorisation.js';
import { MoveAuthorisation } from '../use-cases/move-authorisation.js';
import { ReadAuthorisations } from '../use-cases/read-authorisations.js';
import { AuthorisationDto, AuthorisationWithdrawalDto } from './exam-centres.dto.js';

/** Authorisations to test at an exam centre. */
@Controller('api/v1')
@Requires({ organization: 'certifying-body', roles: ['registrar'] })
export class ExamAuthorisationsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadAuthorisations,
    private readonly issue: IssueAuthorisation,
    private readonly moves: MoveAuthorisation,
  ) {}

  /** Oldest first; `?after=` is the `next` of the page before. */
  @Get('exam-authorisations')
  list(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.reads.list(tx, { after: ctx.query['after'] }));
  }

  /** Lets an admitted candidate sit the exam; the candidate gets a letter with the number and how to book. */
  @Post('applications/:id/exam-authorisations')
  add(@Ctx() ctx: RequestContext, @Body() { validTo, ...typed }: AuthorisationDto) {
    const applicationId = idParam(ctx, 'id', 'this application');
    const input = { ...typed, applicationId, validTo: validTo ? Temporal.PlainDate.from(validTo) : undefined };
    return this.transaction.run(ctx, (tx) => this.issue.execute(tx, input));
  }

  @Post('exam-authorisations/:id/withdrawals')
  @HttpCode(200)
  withdraw(@Ctx() ctx: RequestContext, @Body() { reason }: AuthorisationWithdrawalDto) {
    const id = idParam(ctx, 'id', 'this authorization');
    return this.transaction.run(ctx, (tx) => this.moves.withdraw(tx, { id, reason }));
  }
}

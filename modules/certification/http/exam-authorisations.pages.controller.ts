import { Body, Controller, Get, Post } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { file, redirect, view } from '../../../src/platform/http/responses.js';
import { IssueAuthorisation } from '../use-cases/issue-authorisation.js';
import { MoveAuthorisation } from '../use-cases/move-authorisation.js';
import { ReadAuthorisations } from '../use-cases/read-authorisations.js';
import { AuthorisationDto, AuthorisationWithdrawalDto } from './exam-centres.dto.js';
import { authorisationFormPage, authorisationsCsv, authorisationsPage } from './exam-centres.page.js';

const PATH = '/desk/exam-authorisations';

/** Where a registrar lets candidates sit the exam at an exam centre. */
@Controller('desk')
@Requires({ organization: 'certifying-body', roles: ['registrar'] })
export class ExamAuthorisationsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadAuthorisations,
    private readonly issue: IssueAuthorisation,
    private readonly moves: MoveAuthorisation,
  ) {}

  @Get('exam-authorisations')
  async list(@Ctx() ctx: RequestContext) {
    const after = ctx.query['after'];
    const found = await this.transaction.read(ctx, (tx) => this.reads.list(tx, { after }));
    return view('certification/exam-authorisations', authorisationsPage(found, after), {
      title: 'Exam authorizations',
    });
  }

  /** What can be used now, for the exam centre. */
  @Get('exam-authorisations/list.csv')
  async csv(@Ctx() ctx: RequestContext) {
    const rows = await this.transaction.read(ctx, (tx) => this.reads.usable(tx));
    return file(Buffer.from(authorisationsCsv(rows)), 'exam-authorisations.csv', 'text/csv; charset=utf-8');
  }

  @Get('applications/:id/exam-authorisations/new')
  form(@Ctx() ctx: RequestContext) {
    const applicationId = idParam(ctx, 'id', 'this application');
    return this.transaction.read(ctx, async (tx) => {
      await this.reads.ofCase(tx, applicationId);
      return view('certification/exam-authorisation-form', authorisationFormPage(applicationId), {
        title: 'Authorize for the exam',
      });
    });
  }

  @Post('applications/:id/exam-authorisations')
  @FormPage('form')
  async add(@Ctx() ctx: RequestContext, @Body() { validTo, ...typed }: AuthorisationDto) {
    const applicationId = idParam(ctx, 'id', 'this application');
    const input = { ...typed, applicationId, validTo: validTo ? Temporal.PlainDate.from(validTo) : undefined };
    await this.transaction.run(ctx, (tx) => this.issue.execute(tx, input));
    return redirect(PATH, {
      notice: 'The candidate has a letter with the number, and with where and how to take the exam',
    });
  }

  @Get('exam-authorisations/:id/withdrawals/new')
  withdrawalForm(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this authorization');
    return this.transaction.read(ctx, async (tx) => {
      const authorisation = await this.reads.one(tx, id);
      return view(
        'certification/exam-authorisation-withdrawal',
        { authorisation },
        { title: 'Withdraw an authorization' },
      );
    });
  }

  @Post('exam-authorisations/:id/withdrawals')
  @FormPage('withdrawalForm')
  async withdraw(@Ctx() ctx: RequestContext, @Body() { reason }: AuthorisationWithdrawalDto) {
    const id = idParam(ctx, 'id', 'this authorization');
    await this.transaction.run(ctx, (tx) => this.moves.withdraw(tx, { id, reason }));
    return redirect(PATH, { notice: 'The authorization is withdrawn. Tell the center, for example by a new list.' });
  }
}

import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { unacceptable } from '../../../src/platform/http/validation.js';
import { validate } from 'uuid';
import { notFound } from '../../../src/kernel/domain-error.js';
import { ReadExamSetup } from '../use-cases/read-exam-setup.js';
import { SetUpExam } from '../use-cases/set-up-exam.js';
import { blueprintIn } from './exam-form.js';
import { examSchemesPage, examSetupPage } from './exam-setup.page.js';
import { ExamFormDto } from './exams.dto.js';

const TITLE = 'Set up an exam';

/** A psychometrician sets an exam up in the browser: first for which scheme, then what it is. */
@Controller('desk/exams')
@Requires({ organization: 'certifying-body', roles: ['psychometrician'] })
export class ExamSetupPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly setup: ReadExamSetup,
    private readonly setUp: SetUpExam,
  ) {}

  @Get('new')
  async show(@Ctx() ctx: RequestContext) {
    const { bodyId, schemeCode } = ctx.form?.values ?? ctx.query;
    if (typeof bodyId !== 'string' || typeof schemeCode !== 'string') {
      const schemes = await this.transaction.read(ctx, (tx) => this.setup.schemesToSetUp(tx));
      return view('exams/setup-schemes', examSchemesPage(schemes), { title: TITLE });
    }
    if (!validate(bodyId)) throw notFound('this item bank');
    const setup = await this.transaction.read(ctx, (tx) => this.setup.one(tx, { bodyId, schemeCode }));
    return view('exams/setup', examSetupPage(setup), { title: TITLE });
  }

  @Post()
  @FormPage('show')
  async add(@Ctx() ctx: RequestContext, @Body() input: ExamFormDto, @Body() sent: Record<string, unknown>) {
    const { examId } = await this.transaction.run(ctx, async (tx) => {
      const { domains } = await this.setup.one(tx, input);
      const { blueprint, problems } = blueprintIn(
        sent,
        domains.map(({ code }) => code),
      );
      if (problems.length > 0) throw unacceptable(problems);
      return this.setUp.execute(tx, { ...input, blueprint });
    });
    return redirect(`/desk/exams/${examId}`, {
      notice: 'The exam is set up and stays as it is. Draw its first form; a second person approves it.',
    });
  }
}

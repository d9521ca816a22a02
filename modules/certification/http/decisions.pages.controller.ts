import { Body, Controller, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect } from '../../../src/platform/http/responses.js';
import { DecideApplication } from '../use-cases/decide-application.js';
import { RecordExamResult } from '../use-cases/record-exam-result.js';
import { applicationIn } from './application-in.js';
import { DecisionDto, ExamResultFormDto } from './applications.dto.js';
import { CaseView } from './case-view.js';
import { readDomains, reportOf } from './exam-report.form.js';

@Controller('desk/applications/:id')
export class DecisionsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly page: CaseView,
    private readonly records: RecordExamResult,
    private readonly decides: DecideApplication,
  ) {}

  /** For {@link FormPage}; the address itself is served by the claims. */
  show(ctx: RequestContext) {
    return this.page.show(ctx);
  }

  @Post('exam-results')
  @Requires({ organization: 'certifying-body', roles: ['registrar'] })
  @FormPage('show')
  async recordExam(@Ctx() ctx: RequestContext, @Body() body: ExamResultFormDto) {
    const applicationId = applicationIn(ctx);
    const report = reportOf(body, readDomains(body.domains ?? ''));
    const input = { applicationId, report, corrects: body.corrects ?? null };
    await this.transaction.run(ctx, (tx) => this.records.execute(tx, input));
    return redirect(`/desk/applications/${applicationId}`, { notice: 'The exam result is recorded' });
  }

  @Post('decisions')
  @Requires({ organization: 'certifying-body', roles: ['decider'] })
  @FormPage('show')
  async decide(@Ctx() ctx: RequestContext, @Body() { outcome, reasons, note }: DecisionDto) {
    const applicationId = applicationIn(ctx);
    const input = { applicationId, outcome, reasons, note: note ?? null };
    await this.transaction.run(ctx, (tx) => this.decides.execute(tx, input));
    return redirect(`/desk/applications/${applicationId}`, { notice: 'Your decision is recorded' });
  }
}

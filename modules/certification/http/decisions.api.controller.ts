import { Body, Controller, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { DecideApplication } from '../use-cases/decide-application.js';
import { RecordExamResult } from '../use-cases/record-exam-result.js';
import { applicationIn } from './application-in.js';
import { DecisionDto, ExamResultDto } from './applications.dto.js';
import { reportOf } from './exam-report.form.js';

/** Exam results and decisions. */
@Controller('api/v1/applications/:id')
export class DecisionsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly records: RecordExamResult,
    private readonly decides: DecideApplication,
  ) {}

  /** Records an exam centre's score report for an admitted candidate. */
  @Post('exam-results')
  @Requires({ organization: 'certifying-body', roles: ['registrar'] })
  recordExam(@Ctx() ctx: RequestContext, @Body() body: ExamResultDto) {
    const report = reportOf(body, body.domains ?? {});
    const input = { applicationId: applicationIn(ctx), report, corrects: body.corrects ?? null };
    return this.transaction.run(ctx, (tx) => this.records.execute(tx, input));
  }

  /** Grants or denies. The person must have had no part in training, supervising, examining or reviewing. */
  @Post('decisions')
  @Requires({ organization: 'certifying-body', roles: ['decider'] })
  decide(@Ctx() ctx: RequestContext, @Body() { outcome, reasons, note }: DecisionDto) {
    const input = { applicationId: applicationIn(ctx), outcome, reasons, note: note ?? null };
    return this.transaction.run(ctx, (tx) => this.decides.execute(tx, input));
  }
}

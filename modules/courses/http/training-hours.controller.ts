import { Controller, Get } from '@nestjs/common';
import { Public } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { view, type ViewResponse } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { ReadTrainingHours } from '../use-cases/read-training-hours.js';
import { trainingHoursPage } from './training-hours.page.js';

@Controller('training-hours')
export class TrainingHoursController {
  constructor(
    private readonly transaction: Transaction,
    private readonly hours: ReadTrainingHours,
  ) {}

  /** What the courses carry, beside what each certification asks. */
  @Get()
  @Public('What can be learned here, and what certifications ask, is no secret')
  async show(@Ctx() ctx: RequestContext): Promise<ViewResponse> {
    const hours = await this.transaction.read(ctx, (tx) => this.hours.execute(tx));
    return view('courses/training-hours', trainingHoursPage(hours), { title: say`Training hours` });
  }
}

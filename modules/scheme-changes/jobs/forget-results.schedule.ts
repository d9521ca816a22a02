import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Scheduled, type ScheduledTask } from '../../../src/platform/jobs/schedules.js';
import { ForgetResults } from '../use-cases/forget-results.js';

@Injectable()
@Scheduled({
  id: 'scheme-changes.forget-results',
  description: 'Forget whom drafts would have touched, 90 days after they were settled',
  every: 3_600_000,
})
export class ForgetResultsSchedule implements ScheduledTask {
  constructor(private readonly forgetResults: ForgetResults) {}

  async run(tx: Tx): Promise<void> {
    await this.forgetResults.execute(tx);
  }
}

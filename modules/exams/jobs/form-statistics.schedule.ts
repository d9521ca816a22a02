import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Scheduled, type ScheduledTask } from '../../../src/platform/jobs/schedules.js';
import { Log } from '../../../src/platform/log/log.js';
import { RefreshFormStatistics } from '../use-cases/refresh-form-statistics.js';

@Injectable()
@Scheduled({
  id: 'exams.statistics',
  description: 'Works out the statistics of exam forms that more people have finished since',
  every: 24 * 60 * 60 * 1000,
})
export class FormStatisticsSchedule implements ScheduledTask {
  constructor(
    private readonly refresh: RefreshFormStatistics,
    private readonly log: Log,
  ) {}

  async run(tx: Tx): Promise<void> {
    const forms = await this.refresh.execute(tx);
    if (forms > 0) this.log.log('statistics of exam forms are being worked out', { forms });
  }
}

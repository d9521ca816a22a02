import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Scheduled, type ScheduledTask } from '../../../src/platform/jobs/schedules.js';
import { ReleaseStale } from '../use-cases/release-stale.js';
import { WarnOfLimits } from '../use-cases/warn-of-limits.js';

@Injectable()
@Scheduled({
  id: 'certification.keep-time',
  description: 'Hands claims back that were left lying, and warns of time limits before they pass',
  every: 60 * 60 * 1000,
})
export class KeepTimeSchedule implements ScheduledTask {
  constructor(
    private readonly releaseStale: ReleaseStale,
    private readonly warnOfLimits: WarnOfLimits,
  ) {}

  async run(tx: Tx): Promise<void> {
    await this.releaseStale.execute(tx);
    await this.warnOfLimits.execute(tx);
  }
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Scheduled, type ScheduledTask } from '../../../src/platform/jobs/schedules.js';
import { EndBackgroundPauses } from '../use-cases/end-background-pauses.js';

@Injectable()
@Scheduled({
  id: 'certification.end-background-pauses',
  description: 'Lets the clock of an application run again once the time for an answer is over',
  every: 60 * 60 * 1000,
})
export class EndBackgroundPausesSchedule implements ScheduledTask {
  constructor(private readonly endPauses: EndBackgroundPauses) {}

  async run(tx: Tx): Promise<void> {
    await this.endPauses.execute(tx);
  }
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Scheduled, type ScheduledTask } from '../../../src/platform/jobs/schedules.js';
import { RemindReferees } from '../use-cases/remind-referees.js';

@Injectable()
@Scheduled({
  id: 'certification.remind-referees',
  description: 'Reminds referees who have not answered, once each',
  every: 60 * 60 * 1000,
})
export class RemindRefereesSchedule implements ScheduledTask {
  constructor(private readonly remindReferees: RemindReferees) {}

  async run(tx: Tx): Promise<void> {
    await this.remindReferees.execute(tx);
  }
}

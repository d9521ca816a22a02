import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Scheduled, type ScheduledTask } from '../../../src/platform/jobs/schedules.js';
import { CloseOverdue } from '../use-cases/close-overdue.js';

@Injectable()
@Scheduled({
  id: 'certification.close-overdue',
  description: 'Closes applications whose time under their scheme has run out',
  every: 60 * 60 * 1000,
})
export class CloseOverdueSchedule implements ScheduledTask {
  constructor(private readonly closeOverdue: CloseOverdue) {}

  async run(tx: Tx): Promise<void> {
    await this.closeOverdue.execute(tx);
  }
}

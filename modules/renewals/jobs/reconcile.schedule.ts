import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Scheduled, type ScheduledTask } from '../../../src/platform/jobs/schedules.js';
import { Log } from '../../../src/platform/log/log.js';
import { ReconcileReminders } from '../use-cases/reconcile-reminders.js';

@Injectable()
@Scheduled({
  id: 'renewals.reconcile',
  description: 'Compares the reminders that were due with those sent, excused or without an address',
  every: 24 * 60 * 60 * 1000,
})
export class ReconcileSchedule implements ScheduledTask {
  constructor(
    private readonly reconcile: ReconcileReminders,
    private readonly log: Log,
  ) {}

  async run(tx: Tx): Promise<void> {
    const figures = await this.reconcile.execute(tx);
    if (figures.missing > 0) this.log.error('reminders are missing from the ledger', { ...figures });
    else this.log.log('reminders reconciled', { ...figures });
  }
}

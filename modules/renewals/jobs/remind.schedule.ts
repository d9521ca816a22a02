import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Outbox } from '../../../src/platform/jobs/outbox.js';
import { Scheduled, type ScheduledTask } from '../../../src/platform/jobs/schedules.js';
import { REMIND_BATCH } from './remind-batch.processor.js';

@Injectable()
@Scheduled({
  id: 'renewals.remind',
  description: 'Reminds people 90, 60, 30 and 7 days before their certification expires',
  every: 60 * 60 * 1000,
})
export class RemindSchedule implements ScheduledTask {
  constructor(private readonly outbox: Outbox) {}

  /** Asks for the first batch; each asks for the next, so that no transaction is longer than one batch. */
  async run(tx: Tx): Promise<void> {
    await this.outbox.add(tx, { kind: REMIND_BATCH, payload: {} });
  }
}

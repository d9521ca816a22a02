import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Scheduled, type ScheduledTask } from '../../../src/platform/jobs/schedules.js';
import { RewrapItemKeys } from '../use-cases/rewrap-item-keys.js';

@Injectable()
@Scheduled({
  id: 'item-bank.rewrap',
  description: 'Wraps the keys of exam items with the present secret after it was changed',
  every: 10 * 60 * 1000,
})
export class RewrapItemKeysSchedule implements ScheduledTask {
  constructor(private readonly rewrapKeys: RewrapItemKeys) {}

  async run(tx: Tx): Promise<void> {
    await this.rewrapKeys.execute(tx);
  }
}

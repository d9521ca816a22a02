import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Scheduled, type ScheduledTask } from '../../../src/platform/jobs/schedules.js';
import { KeepClocks } from '../use-cases/keep-clocks.js';

@Injectable()
@Scheduled({
  id: 'conduct.keep-clocks',
  description:
    'Warns before complaints and appeals are late, and puts decisions into effect once notice and appeal are over',
  every: 30 * 60 * 1000,
})
export class KeepClocksSchedule implements ScheduledTask {
  constructor(private readonly keepClocks: KeepClocks) {}

  async run(tx: Tx): Promise<void> {
    await this.keepClocks.execute(tx);
  }
}

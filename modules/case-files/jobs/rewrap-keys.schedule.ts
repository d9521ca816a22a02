import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Scheduled, type ScheduledTask } from '../../../src/platform/jobs/schedules.js';
import { RewrapKeys } from '../use-cases/rewrap-keys.js';

@Injectable()
@Scheduled({
  id: 'case-files.rewrap',
  description: 'Wraps the keys of sealed files with the present secret after it was changed',
  every: 10 * 60 * 1000,
})
export class RewrapKeysSchedule implements ScheduledTask {
  constructor(private readonly rewrapKeys: RewrapKeys) {}

  async run(tx: Tx): Promise<void> {
    await this.rewrapKeys.execute(tx);
  }
}

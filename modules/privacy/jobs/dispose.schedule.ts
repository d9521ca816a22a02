import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Scheduled, type ScheduledTask } from '../../../src/platform/jobs/schedules.js';
import { RemoveNames } from '../use-cases/carry-out-erasure.js';
import { DisposeRows } from '../use-cases/dispose-rows.js';

@Injectable()
@Scheduled({
  id: 'privacy.dispose',
  description: 'Disposes of rows whose months are over, and of names that no register and no legal file needs',
  every: 60 * 60 * 1000,
})
export class DisposeSchedule implements ScheduledTask {
  constructor(
    private readonly rows: DisposeRows,
    private readonly names: RemoveNames,
  ) {}

  async run(tx: Tx): Promise<void> {
    await this.rows.execute(tx);
    await this.names.execute(tx);
  }
}

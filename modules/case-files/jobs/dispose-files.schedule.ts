import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Scheduled, type ScheduledTask } from '../../../src/platform/jobs/schedules.js';
import { DisposeFiles } from '../use-cases/dispose-files.js';

@Injectable()
@Scheduled({
  id: 'case-files.dispose',
  description: 'Disposes of sealed files whose time is over',
  every: 60 * 60 * 1000,
})
export class DisposeFilesSchedule implements ScheduledTask {
  constructor(private readonly disposeFiles: DisposeFiles) {}

  async run(tx: Tx): Promise<void> {
    await this.disposeFiles.execute(tx);
  }
}

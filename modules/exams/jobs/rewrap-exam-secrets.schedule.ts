import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Scheduled, type ScheduledTask } from '../../../src/platform/jobs/schedules.js';
import { Vault } from '../use-cases/vault.js';

@Injectable()
@Scheduled({
  id: 'exams.rewrap',
  description: 'Wraps the keys of sealed words about exam items with the present secret after it was changed',
  every: 10 * 60 * 1000,
})
export class RewrapExamSecretsSchedule implements ScheduledTask {
  constructor(private readonly vault: Vault) {}

  async run(tx: Tx): Promise<void> {
    await this.vault.rewrap(tx);
  }
}

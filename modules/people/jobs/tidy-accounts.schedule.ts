import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Scheduled, type ScheduledTask } from '../../../src/platform/jobs/schedules.js';
import { TidyAccounts } from '../use-cases/tidy-accounts.js';

@Injectable()
@Scheduled({
  id: 'people.tidy-accounts',
  description: 'forget registrations, links, sessions and counts of tries whose time is over',
  every: 3_600_000,
})
export class TidyAccountsSchedule implements ScheduledTask {
  constructor(private readonly tidyAccounts: TidyAccounts) {}

  async run(tx: Tx): Promise<void> {
    await this.tidyAccounts.execute(tx);
  }
}

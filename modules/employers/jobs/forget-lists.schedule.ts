import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Scheduled, type ScheduledTask } from '../../../src/platform/jobs/schedules.js';
import { ForgetLists } from '../use-cases/forget-lists.js';

@Injectable()
@Scheduled({
  id: 'employers.forget-lists',
  description: 'Forgets uploaded rosters after a day, confirmed or not',
  every: 60 * 60 * 1000,
})
export class ForgetListsSchedule implements ScheduledTask {
  constructor(private readonly forget: ForgetLists) {}

  async run(tx: Tx): Promise<void> {
    await this.forget.execute(tx);
  }
}

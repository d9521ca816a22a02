import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/transaction.js';
import { Scheduled, type ScheduledTask } from '../platform/jobs/schedules.js';
import { Log } from '../platform/log/log.js';
import { CheckPromises } from './check-promises.js';

@Injectable()
@Scheduled({ id: 'operations.invariants', description: 'Check what must always hold', every: 3_600_000 })
export class InvariantsSchedule implements ScheduledTask {
  constructor(
    private readonly check: CheckPromises,
    private readonly log: Log,
  ) {}

  async run(tx: Tx): Promise<void> {
    for (const { name, breaches } of await this.check.execute(tx)) {
      if (breaches.length > 0) {
        this.log.error('promise not kept', { promise: name, breaches: breaches.length, first: breaches[0]?.subject });
      }
    }
  }
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import { Scheduled, type ScheduledTask } from './schedules.js';

/** How long finished machinery is kept: outbox rows for looking back at an incident, answers for a client's repeats. */
@Injectable()
@Scheduled({ id: 'jobs.prune', description: 'Forget finished outbox rows and kept answers', every: 3_600_000 })
export class PruneSchedule implements ScheduledTask {
  async run(tx: Tx): Promise<void> {
    const now = tx.now.toString();
    await tx.manager.query(`delete from outbox where done_at < $1::timestamptz - interval '30 days'`, [now]);
    await tx.manager.query(`delete from idempotency where created_at < $1::timestamptz - interval '24 hours'`, [now]);
  }
}

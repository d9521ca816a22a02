import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Outbox } from '../../../src/platform/jobs/outbox.js';
import { Processes, type EffectProcessor } from '../../../src/platform/jobs/processes.js';
import { SendReminders } from '../use-cases/send-reminders.js';

export const REMIND_BATCH = 'renewals.remind-batch';

@Injectable()
@Processes(REMIND_BATCH)
export class RemindBatchProcessor implements EffectProcessor<{ after?: string }> {
  constructor(
    private readonly sendReminders: SendReminders,
    private readonly outbox: Outbox,
  ) {}

  async process(tx: Tx, { after }: { after?: string }): Promise<void> {
    const { next } = await this.sendReminders.execute(tx, after);
    if (next) await this.outbox.add(tx, { kind: REMIND_BATCH, payload: { after: next } });
  }
}

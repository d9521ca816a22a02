import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { isUnderWay, waitsUntil } from '../domain/outages.js';
import { isOver } from '../domain/timing.js';
import { OutageRepository } from '../persistence/outage.repository.js';
import { CloseSitting } from './close-sitting.js';
import { ExamRows } from './exam-rows.js';
import { ExamTrail } from './exam-trail.js';

/**
 * Closes a sitting at its end when nobody handed it in. Where its page was out of reach as the time ended, it waits as long as the
 * rule could still give time back: answers that wait on a device arrive as if nothing had been.
 */
@Injectable()
export class CloseOverdueSitting {
  constructor(
    private readonly rows: ExamRows,
    private readonly outages: OutageRepository,
    private readonly close: CloseSitting,
    private readonly trail: ExamTrail,
  ) {}

  async execute(tx: Tx, sittingId: string): Promise<void> {
    const sitting = await this.rows.sittings.lock(tx, sittingId);
    if (!sitting || sitting.state !== 'open') return;
    const heard = await this.outages.heard(tx, sittingId);
    const until = waitsUntil(heard);
    if (until && isOver(heard.deadlineAt, tx.now) && isUnderWay(heard, tx.now)) {
      await this.trail.closeAfter(tx, sittingId, until);
      return;
    }
    await this.close.execute(tx, { sittingId, by: 'time' });
  }
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Processes, type EffectProcessor } from '../../../src/platform/jobs/processes.js';
import { CLOSE_OVERDUE_ATTEMPT } from '../domain/effects.js';
import { CloseAttempt } from '../use-cases/close-attempt.js';

/** Closes an attempt at its deadline when nobody handed it in. */
@Injectable()
@Processes(CLOSE_OVERDUE_ATTEMPT)
export class CloseOverdueAttemptProcessor implements EffectProcessor<{ attemptId: string }> {
  constructor(private readonly closeAttempt: CloseAttempt) {}

  async process(tx: Tx, { attemptId }: { attemptId: string }): Promise<void> {
    await this.closeAttempt.execute(tx, { attemptId, closedBy: 'time' });
  }
}

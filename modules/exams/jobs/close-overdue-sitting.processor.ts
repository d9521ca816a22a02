import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Processes, type EffectProcessor } from '../../../src/platform/jobs/processes.js';
import { CLOSE_OVERDUE_SITTING } from '../domain/effects.js';
import { CloseOverdueSitting } from '../use-cases/close-overdue-sitting.js';

/** Closes a sitting at its end when nobody handed it in. */
@Injectable()
@Processes(CLOSE_OVERDUE_SITTING)
export class CloseOverdueSittingProcessor implements EffectProcessor<{ sittingId: string }> {
  constructor(private readonly close: CloseOverdueSitting) {}

  async process(tx: Tx, { sittingId }: { sittingId: string }): Promise<void> {
    await this.close.execute(tx, sittingId);
  }
}

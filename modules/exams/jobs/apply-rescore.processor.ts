import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Processes, type EffectProcessor } from '../../../src/platform/jobs/processes.js';
import { APPLY_RESCORE } from '../domain/rescoring/effects.js';
import { ApplyRescore } from '../use-cases/apply-rescore.js';

/** Goes on with an approved rescore, some sittings at a time. */
@Injectable()
@Processes(APPLY_RESCORE)
export class ApplyRescoreProcessor implements EffectProcessor<{ rescoreId: string }> {
  constructor(private readonly apply: ApplyRescore) {}

  process(tx: Tx, { rescoreId }: { rescoreId: string }): Promise<void> {
    return this.apply.execute(tx, rescoreId);
  }
}

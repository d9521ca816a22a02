import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Processes, type EffectProcessor } from '../../../src/platform/jobs/processes.js';
import { CarryOutErasure } from '../use-cases/carry-out-erasure.js';
import { CARRY_OUT_ERASURE } from '../use-cases/erasure-trail.js';

@Injectable()
@Processes(CARRY_OUT_ERASURE)
export class CarryOutErasureProcessor implements EffectProcessor<{ erasureId: string }> {
  constructor(private readonly carryOut: CarryOutErasure) {}

  async process(tx: Tx, { erasureId }: { erasureId: string }): Promise<void> {
    await this.carryOut.execute(tx, erasureId);
  }
}

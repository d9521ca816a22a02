import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Processes, type EffectProcessor } from '../../../src/platform/jobs/processes.js';
import { COUNT_PART } from '../use-cases/begin-preview.js';
import { CountPart } from '../use-cases/count-part.js';

@Injectable()
@Processes(COUNT_PART)
export class CountPartProcessor implements EffectProcessor<{ previewId: string; part: number }> {
  constructor(private readonly countPart: CountPart) {}

  async process(tx: Tx, payload: { previewId: string; part: number }): Promise<void> {
    await this.countPart.execute(tx, payload);
  }
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Processes, type EffectProcessor } from '../../../src/platform/jobs/processes.js';
import { PRODUCE_COMPLETION } from '../domain/effects.js';
import { ProduceCompletion } from '../use-cases/produce-completion.js';

@Injectable()
@Processes(PRODUCE_COMPLETION)
export class ProduceCompletionProcessor implements EffectProcessor<{ documentId: string }> {
  constructor(private readonly produce: ProduceCompletion) {}

  async process(tx: Tx, payload: { documentId: string }): Promise<void> {
    await this.produce.execute(tx, payload);
  }
}

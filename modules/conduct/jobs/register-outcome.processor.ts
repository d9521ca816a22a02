import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Processes, type EffectProcessor } from '../../../src/platform/jobs/processes.js';
import { REGISTER_OUTCOME, RegisterOutcome } from '../use-cases/register-outcome.js';

@Injectable()
@Processes(REGISTER_OUTCOME)
export class RegisterOutcomeProcessor implements EffectProcessor<{ sanctionId: string }> {
  constructor(private readonly outcome: RegisterOutcome) {}

  async process(tx: Tx, payload: { sanctionId: string }): Promise<void> {
    await this.outcome.execute(tx, payload);
  }
}

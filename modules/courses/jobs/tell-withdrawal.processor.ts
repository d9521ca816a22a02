import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Processes, type EffectProcessor } from '../../../src/platform/jobs/processes.js';
import { TELL_WITHDRAWAL, type WithdrawalToTell } from '../domain/effects.js';
import { TellWithdrawal } from '../use-cases/tell-withdrawal.js';

@Injectable()
@Processes(TELL_WITHDRAWAL)
export class TellWithdrawalProcessor implements EffectProcessor<WithdrawalToTell> {
  constructor(private readonly telling: TellWithdrawal) {}

  process(tx: Tx, payload: WithdrawalToTell): Promise<void> {
    return this.telling.execute(tx, payload);
  }
}

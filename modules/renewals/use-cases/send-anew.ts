import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { RenewalEntity } from '../persistence/renewal.entity.js';
import { ReceiveRenewal } from './receive-renewal.js';
import type { RenewalCase } from './renewal-rules.js';
import { TakeStep } from './take-step.js';

/** The holder sends a renewal that was denied anew: as of today, at today's terms. An appeal of the denial goes on beside it. */
@Injectable()
export class SendAnew {
  constructor(
    private readonly takeStep: TakeStep,
    private readonly receive: ReceiveRenewal,
  ) {}

  /** @param renewal denied, and held */
  async execute(tx: Tx, renewal: RenewalEntity, { window, version, today: onDay }: RenewalCase): Promise<void> {
    const stepId = await this.takeStep.execute(tx, renewal, 'send_anew', { onDay, late: window.state !== 'open' });
    await this.receive.again(tx, renewal, { window, version }, { stepId, on: onDay });
  }
}

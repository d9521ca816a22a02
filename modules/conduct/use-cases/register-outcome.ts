import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { SanctionEntity } from '../persistence/sanction.entity.js';
import { SanctionRepository } from '../persistence/sanction.repository.js';
import { EnterSanction } from './enter-sanction.js';

/** The effect that writes an outcome whose day has come into the register. */
export const REGISTER_OUTCOME = 'conduct.register-outcome';

/**
 * The register shows what a complaint led to within the scheme's time. Each outcome is an effect of its own, so that one that
 * the register cannot take holds up no other; it stands at the desk with its last day until somebody has seen to it.
 */
@Injectable()
export class RegisterOutcome {
  constructor(
    private readonly sanctions: SanctionRepository,
    private readonly enter: EnterSanction,
  ) {}

  /** Writes its line. One that was entered, cancelled or appealed meanwhile is left as it is; told twice, it is one line. */
  async execute(tx: Tx, { sanctionId }: { sanctionId: string }): Promise<void> {
    const sanction = await this.sanctions.lock(tx, sanctionId);
    if (sanction.state !== 'pending') return;
    if (await this.sanctions.isHeldBack(tx, sanctionId)) {
      await this.sanctions.setRegisterBy(tx, sanctionId, null);
      return;
    }
    await this.enter.put(tx, sanction);
  }
}

/** Whether its day has come and the register does not show it yet. */
export function owesItsLine({ state, registerBy }: SanctionEntity): boolean {
  return state === 'pending' && registerBy !== null;
}

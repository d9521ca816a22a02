import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { notPossibleNow } from '../conduct.errors.js';
import { SanctionRepository } from '../persistence/sanction.repository.js';
import { OpenCase } from './open-case.js';
import { owesItsLine, RegisterOutcome } from './register-outcome.js';

/** A registrar enters an outcome whose day has come, and sees at once what stands in the way. */
@Injectable()
export class EnterOutcome {
  constructor(
    private readonly cases: OpenCase,
    private readonly sanctions: SanctionRepository,
    private readonly outcome: RegisterOutcome,
  ) {}

  /**
   * @throws DomainError not_found for another body's complaint and for one about oneself; conduct.not_possible_now where
   * nothing waits for the register; credentials.change.* of the register
   */
  async execute(tx: Tx, id: string): Promise<{ id: string }> {
    await this.cases.lockComplaint(tx, id, ['registrar']);
    const owed = (await this.sanctions.ofComplaint(tx, id)).filter(owesItsLine);
    if (owed.length === 0) throw notPossibleNow();
    for (const { id: sanctionId } of owed) await this.outcome.execute(tx, { sanctionId });
    return { id };
  }
}

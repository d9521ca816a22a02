import { Injectable } from '@nestjs/common';
import type { Tx } from '../../src/platform/database/transaction.js';
import { ReadPersonAtDesk, type PersonAtDesk } from './use-cases/read-person-at-desk.js';
import { RecoverMailbox, type MailboxRecovery } from './use-cases/recover-mailbox.js';
import {
  ConfirmRemoval,
  ReadWaitingRemovals,
  RemoveLostSecondFactor,
  type LostSecondFactor,
  type WaitingRemoval,
} from './use-cases/lost-second-factor.js';
import type { IdentityCheck } from './domain/identity-checks.js';

export { IDENTITY_CHECKS, identityCheckCodes, type IdentityCheck } from './domain/identity-checks.js';
export type { WaitingRemoval } from './use-cases/lost-second-factor.js';

/**
 * Accounts that are put right at a body's desk. Who knows whom is not known here: whoever calls makes sure that the person
 * belongs to the body. Roles, the second pair of eyes, log and letters are kept here.
 */
@Injectable()
export class AccountDesk {
  constructor(
    private readonly reading: ReadPersonAtDesk,
    private readonly recovery: RecoverMailbox,
    private readonly removal: RemoveLostSecondFactor,
    private readonly confirmation: ConfirmRemoval,
  ) {}

  /** @throws DomainError `not_found` */
  async read(tx: Tx, personId: string): Promise<Omit<PersonAtDesk, 'person'>> {
    const { emailHint, hasSecondFactor } = await this.reading.execute(tx, personId);
    return { emailHint, hasSecondFactor };
  }

  /** The new address gets a link, the old one a warning. @throws DomainError `people.not_oneself`, `people.ask_colleague`, `people.needs_attention` */
  recoverMailbox(tx: Tx, recovery: MailboxRecovery): Promise<void> {
    return this.recovery.execute(tx, recovery);
  }

  /**
   * @returns the removal, and whether it waits for another administrator
   * @throws DomainError `people.confirm_first`, `people.not_oneself`, `people.no_second_factor`, `people.removal_waiting`
   */
  removeSecondFactor(tx: Tx, lost: LostSecondFactor): Promise<{ id: string; waits: boolean }> {
    return this.removal.execute(tx, lost);
  }

  /** @throws DomainError `not_found`, `people.confirm_first`, `people.another_administrator`, `people.not_oneself`, `people.removal_over` */
  confirmRemoval(tx: Tx, confirmation: { removalId: string; identityCheck: IdentityCheck }): Promise<void> {
    return this.confirmation.execute(tx, confirmation);
  }
}

/** What waits for a second administrator. */
@Injectable()
export class WaitingRemovals {
  constructor(private readonly waiting: ReadWaitingRemovals) {}

  /** At these bodies, oldest first. */
  at(tx: Tx, bodyIds: readonly string[]): Promise<WaitingRemoval[]> {
    return this.waiting.execute(tx, bodyIds);
  }
}

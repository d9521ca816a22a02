import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { RegistrationRepository } from '../persistence/registration.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { SignInPaceRepository } from '../persistence/sign-in-pace.repository.js';

const DAY_HOURS = 24;

/** Forgets what has no use any more: the less is kept, the less can be lost. */
@Injectable()
export class TidyAccounts {
  constructor(
    private readonly registrations: RegistrationRepository,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly paces: SignInPaceRepository,
  ) {}

  async execute(tx: Tx): Promise<void> {
    const daysAgo = (days: number) => tx.now.subtract({ hours: days * DAY_HOURS });
    await this.registrations.forgetExpired(tx);
    await this.accounts.forgetTokensBefore(tx, daysAgo(30));
    await this.sessions.forgetUnseenSince(tx, daysAgo(90));
    await this.paces.forgetTriesBefore(tx, daysAgo(30));
    await this.paces.forgetDevicesUnusedSince(tx, daysAgo(365));
  }
}

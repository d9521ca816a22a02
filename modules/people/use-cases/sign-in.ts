import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { readEmailAddress } from '../domain/email-address.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { ContactRepository } from '../persistence/contact.repository.js';
import { SecondFactorRepository } from '../persistence/second-factor.repository.js';
import { SignInPaceRepository } from '../persistence/sign-in-pace.repository.js';
import type { Claim } from '../domain/sign-in-pace.js';
import { ClaimTry, type TrySource } from './claim-try.js';

export interface SignInTry {
  claim: Claim;
  source: TrySource;
  /** Null for an unknown address; the caller goes on as if it were known. */
  personId: string | null;
  passwordHash: string | null;
}

/** The first half of a sign-in: who it may be, and whether another try is allowed now. The password is checked outside. */
@Injectable()
export class BeginSignIn {
  constructor(
    private readonly contacts: ContactRepository,
    private readonly accounts: AccountRepository,
    private readonly paces: SignInPaceRepository,
    private readonly claimTry: ClaimTry,
  ) {}

  async execute(tx: Tx, input: { email: string; deviceToken: string | null; ip: string }): Promise<SignInTry> {
    const { email, deviceToken, ip } = input;
    const addressKey = readEmailAddress(email)?.key ?? email.trim().toLowerCase();
    const contact = await this.contacts.owner(tx, addressKey);
    const personId = contact?.personId ?? null;
    const device = personId && deviceToken ? await this.paces.findDevice(tx, personId, deviceToken) : null;
    const source: TrySource = { addressKey, tried: 'password', deviceId: device?.id ?? null, ip };
    const claim = await this.claimTry.execute(tx, source);
    const account = personId ? await this.accounts.find(tx, personId) : null;
    return { claim, source, personId, passwordHash: account?.passwordHash ?? null };
  }
}

/** Whether the account asks for a code after the password. */
@Injectable()
export class ReadSecondFactor {
  constructor(private readonly factors: SecondFactorRepository) {}

  async execute(tx: Tx, personId: string): Promise<{ inUse: boolean; recoveryCodesLeft: number }> {
    const factor = await this.factors.inUse(tx, personId);
    if (!factor) return { inUse: false, recoveryCodesLeft: 0 };
    return { inUse: true, recoveryCodesLeft: await this.factors.countRecoveryCodes(tx, factor.id) };
  }
}

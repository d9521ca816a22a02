import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { tokenHash } from '../domain/secrets.js';
import { AccountTokenEntity, type TokenPurpose } from './account-token.entity.js';
import { AccountEntity } from './account.entity.js';

/** Accounts, and the links that were mailed for them. */
@Injectable()
export class AccountRepository {
  constructor(private readonly ids: Ids) {}

  find(tx: Tx, personId: string): Promise<AccountEntity | null> {
    return tx.manager.findOneBy(AccountEntity, { personId });
  }

  async add(tx: Tx, personId: string, passwordHash: string | null): Promise<void> {
    const passwordSetAt = passwordHash === null ? null : tx.now;
    await tx.manager.insert(AccountEntity, { personId, passwordHash, passwordSetAt, createdAt: tx.now });
  }

  async setPassword(tx: Tx, personId: string, passwordHash: string): Promise<void> {
    await tx.manager.update(AccountEntity, { personId }, { passwordHash, passwordSetAt: tx.now });
  }

  /** Nobody signs in by password until a new one is chosen by a mailed link. */
  async forgetPassword(tx: Tx, personId: string): Promise<void> {
    await tx.manager.update(AccountEntity, { personId }, { passwordHash: null, passwordSetAt: null });
  }

  /** @returns the token for the mailed link; only its hash is kept */
  async addToken(
    tx: Tx,
    given: { personId: string; purpose: TokenPurpose; contactId: string | null; lifetime: Temporal.Duration },
  ): Promise<{ id: string; token: string }> {
    const token = this.ids.secret();
    const id = this.ids.next();
    await tx.manager.insert(AccountTokenEntity, {
      id,
      personId: given.personId,
      purpose: given.purpose,
      contactId: given.contactId,
      tokenHash: tokenHash(token),
      expiresAt: tx.now.add(given.lifetime),
      usedAt: null,
      createdAt: tx.now,
    });
    return { id, token };
  }

  /** The link as long as it can be used; `lock` when it is about to be. */
  openToken(tx: Tx, token: string, purpose: TokenPurpose, lock = false): Promise<AccountTokenEntity | null> {
    return tx.manager.findOne(AccountTokenEntity, {
      where: { tokenHash: tokenHash(token), purpose, usedAt: IsNull(), expiresAt: MoreThan(tx.now) },
      ...(lock && { lock: { mode: 'pessimistic_write' as const } }),
    });
  }

  countOpenTokens(tx: Tx, personId: string, purpose: TokenPurpose): Promise<number> {
    const open = { personId, purpose, usedAt: IsNull(), expiresAt: MoreThan(tx.now) };
    return tx.manager.countBy(AccountTokenEntity, open);
  }

  /** Once one link of a purpose was used, its siblings die with it. */
  async useTokens(tx: Tx, personId: string, purpose: TokenPurpose, contactId: string | null = null): Promise<void> {
    await tx.manager.update(
      AccountTokenEntity,
      { personId, purpose, contactId: contactId ?? IsNull(), usedAt: IsNull() },
      { usedAt: tx.now },
    );
  }

  async forgetTokensBefore(tx: Tx, instant: Temporal.Instant): Promise<void> {
    await tx.manager.delete(AccountTokenEntity, { expiresAt: LessThan(instant) });
  }
}

import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { tokenHash } from '../domain/secrets.js';
import { RegistrationEntity } from './registration.entity.js';

@Injectable()
export class RegistrationRepository {
  async add(tx: Tx, registration: RegistrationEntity): Promise<void> {
    await tx.manager.insert(RegistrationEntity, registration);
  }

  countOpen(tx: Tx, emailKey: string): Promise<number> {
    return tx.manager.countBy(RegistrationEntity, { emailKey, expiresAt: MoreThan(tx.now) });
  }

  /**
   * The registration behind a mailed link. Not locked: two confirmations at once are settled by the unique index over
   * verified addresses, and a lock here would make them wait for each other.
   */
  open(tx: Tx, token: string): Promise<RegistrationEntity | null> {
    return tx.manager.findOneBy(RegistrationEntity, { tokenHash: tokenHash(token), expiresAt: MoreThan(tx.now) });
  }

  /** Once an address is somebody's, every registration that waits for it is void. */
  async forget(tx: Tx, emailKey: string): Promise<void> {
    await tx.manager.delete(RegistrationEntity, { emailKey });
  }

  async forgetExpired(tx: Tx): Promise<void> {
    await tx.manager.delete(RegistrationEntity, { expiresAt: LessThan(tx.now) });
  }
}

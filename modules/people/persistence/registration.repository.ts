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

  /** The registration behind a mailed link; `lock` when it is about to become a person. */
  open(tx: Tx, token: string, lock = false): Promise<RegistrationEntity | null> {
    return tx.manager.findOne(RegistrationEntity, {
      where: { tokenHash: tokenHash(token), expiresAt: MoreThan(tx.now) },
      ...(lock && { lock: { mode: 'pessimistic_write' as const } }),
    });
  }

  /** Once an address is somebody's, every registration that waits for it is void. */
  async forget(tx: Tx, emailKey: string): Promise<void> {
    await tx.manager.delete(RegistrationEntity, { emailKey });
  }

  async forgetExpired(tx: Tx): Promise<void> {
    await tx.manager.delete(RegistrationEntity, { expiresAt: LessThan(tx.now) });
  }
}

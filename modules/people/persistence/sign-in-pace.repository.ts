import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { LessThan } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { tokenHash } from '../domain/secrets.js';
import { KnownDeviceEntity } from './known-device.entity.js';
import { SignInPaceEntity } from './sign-in-pace.entity.js';

/** Wrong tries in a row, and the browsers whose tries are counted apart. */
@Injectable()
export class SignInPaceRepository {
  constructor(private readonly ids: Ids) {}

  /** One try at a time for an address: a hundred at once must not all read the same count. */
  async lock(tx: Tx, addressKey: string): Promise<void> {
    const key = hashOf(addressKey).readBigInt64BE();
    await tx.manager.query('select pg_advisory_xact_lock($1)', [key.toString()]);
  }

  find(tx: Tx, addressKey: string, source: string): Promise<SignInPaceEntity | null> {
    return tx.manager.findOneBy(SignInPaceEntity, { addressHash: hashOf(addressKey), source });
  }

  async count(tx: Tx, addressKey: string, source: string): Promise<void> {
    await tx.manager.query(
      `insert into sign_in_pace (address_hash, source, wrong_count, last_wrong_at) values ($1, $2, 1, $3)
       on conflict (address_hash, source)
       do update set wrong_count = sign_in_pace.wrong_count + 1, last_wrong_at = excluded.last_wrong_at`,
      [hashOf(addressKey), source, tx.now.toString()],
    );
  }

  async clear(tx: Tx, addressKey: string, source: string): Promise<void> {
    await tx.manager.delete(SignInPaceEntity, { addressHash: hashOf(addressKey), source });
  }

  async clearAll(tx: Tx, addressKey: string): Promise<void> {
    await this.lock(tx, addressKey);
    await tx.manager.delete(SignInPaceEntity, { addressHash: hashOf(addressKey) });
  }

  async forgetTriesBefore(tx: Tx, instant: Temporal.Instant): Promise<void> {
    await tx.manager.delete(SignInPaceEntity, { lastWrongAt: LessThan(instant) });
  }

  async forgetDevicesUnusedSince(tx: Tx, instant: Temporal.Instant): Promise<void> {
    await tx.manager.delete(KnownDeviceEntity, { lastUsedAt: LessThan(instant) });
  }

  findDevice(tx: Tx, personId: string, token: string): Promise<KnownDeviceEntity | null> {
    return tx.manager.findOneBy(KnownDeviceEntity, { personId, tokenHash: tokenHash(token) });
  }

  /** @returns the token for the browser's cookie */
  async rememberDevice(tx: Tx, personId: string): Promise<string> {
    const token = this.ids.secret();
    await tx.manager.insert(KnownDeviceEntity, {
      id: this.ids.next(),
      personId,
      tokenHash: tokenHash(token),
      lastUsedAt: tx.now,
      createdAt: tx.now,
    });
    return token;
  }

  async touchDevice(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(KnownDeviceEntity, { id }, { lastUsedAt: tx.now });
  }

  async forgetDevices(tx: Tx, personId: string): Promise<void> {
    await tx.manager.delete(KnownDeviceEntity, { personId });
  }
}

function hashOf(addressKey: string): Buffer {
  return createHash('sha256').update(addressKey).digest();
}

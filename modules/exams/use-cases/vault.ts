import { Injectable } from '@nestjs/common';
import { personActing } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { KeyRing, seal, unseal } from '../../../src/platform/sealing/sealing.js';
import { SecretRepository, type SecretPurpose } from '../persistence/secret.repository.js';

const BATCH = 500;

/**
 * Seals what people say of items and what is ruled of their keys, and opens it again. As in the item bank, there is no way to the
 * words without a row in the log, in the same transaction.
 */
@Injectable()
export class Vault {
  constructor(
    private readonly secrets: SecretRepository,
    private readonly ring: KeyRing,
    private readonly ids: Ids,
  ) {}

  /** @param content plain JSON @returns the id under which it is opened again */
  async seal(tx: Tx, bodyId: string, content: unknown): Promise<string> {
    const id = this.ids.next();
    const key = this.ring.newKey(id);
    const sealed = seal(this.ring.unwrap(key, id), Buffer.from(JSON.stringify(content), 'utf8'), id);
    await this.secrets.add(tx, bodyId, { id, ...key, sealed });
    return id;
  }

  /** What was sealed, by id. On record as a reading of the acting person, or of the product itself where nobody acts. */
  async open<T>(
    tx: Tx,
    { bodyId, ids, purpose }: { bodyId: string; ids: readonly string[]; purpose: SecretPurpose },
  ): Promise<Map<string, T>> {
    if (ids.length === 0) return new Map();
    const found = await this.secrets.of(tx, bodyId, ids);
    const opened = found.map(({ id, keyId, wrapped, sealed }): [string, T] => {
      const key = this.ring.unwrap({ keyId, wrapped }, id);
      return [id, JSON.parse(unseal(key, sealed, id).toString('utf8')) as T];
    });
    const readerId = personActing(tx.actor);
    const secretIds = found.map(({ id }) => id);
    if (found.length > 0)
      await this.secrets.addReading(tx, { id: this.ids.next(), bodyId, readerId, purpose, secretIds });
    return new Map(opened);
  }

  /** After the operator changed SECRET_KEY: wraps keys with the new one. @returns how many */
  async rewrap(tx: Tx): Promise<number> {
    const held = await this.secrets.lockWrappedOtherwise(tx, this.ring.currentId, BATCH);
    for (const { id, ...key } of held) await this.secrets.setKey(tx, id, this.ring.rewrap(key, id));
    return held.length;
  }
}

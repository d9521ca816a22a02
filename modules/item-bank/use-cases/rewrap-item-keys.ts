import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { KeyRing } from '../../../src/platform/sealing/sealing.js';
import { ItemRepository } from '../persistence/item.repository.js';

const BATCH = 500;

/** After the operator changed SECRET_KEY: wraps the keys of items with the new one, so that the old can be forgotten. */
@Injectable()
export class RewrapItemKeys {
  constructor(
    private readonly items: ItemRepository,
    private readonly ring: KeyRing,
  ) {}

  /** @returns how many were wrapped anew @throws Error that names the key when its secret is missing */
  async execute(tx: Tx): Promise<number> {
    const items = await this.items.lockWrappedOtherwise(tx, this.ring.currentId, BATCH);
    for (const { id, keyId, wrappedKey } of items) {
      const present = this.ring.rewrap({ keyId, wrapped: wrappedKey }, id);
      await this.items.setKey(tx, id, { keyId: present.keyId, wrappedKey: present.wrapped });
    }
    return items.length;
  }
}

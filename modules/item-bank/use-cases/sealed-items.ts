import { Injectable } from '@nestjs/common';
import { personActing } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { KeyRing, seal, unseal, type WrappedKey } from '../../../src/platform/sealing/sealing.js';
import type { ItemContent, ReadingPurpose } from '../domain/item.js';
import { packContent, unpackContent } from '../domain/pack-content.js';
import type { BankItemEntity } from '../persistence/bank-item.entity.js';
import { ItemRepository } from '../persistence/item.repository.js';
import { ReadingRepository } from '../persistence/reading.repository.js';

export interface OpenReading {
  bodyId: string;
  versionIds: readonly string[];
  purpose: ReadingPurpose;
  subject?: { kind: string; id: string } | undefined;
}

type Keyed = Pick<BankItemEntity, 'id' | 'keyId' | 'wrappedKey'>;

/**
 * Seals what items ask and opens it again. The reading is on record in the same transaction: there is no way to the words that
 * leaves no trace, and none in a read-only transaction.
 */
@Injectable()
export class SealedItems {
  constructor(
    private readonly items: ItemRepository,
    private readonly readings: ReadingRepository,
    private readonly ring: KeyRing,
    private readonly ids: Ids,
  ) {}

  newKey(itemId: string): WrappedKey {
    return this.ring.newKey(itemId);
  }

  seal(item: Keyed, versionId: string, content: ItemContent): Buffer {
    return seal(this.keyOf(item), packContent(content), `${item.id}:${versionId}`);
  }

  sealNote(item: Keyed, eventId: string, note: string): Buffer {
    return seal(this.keyOf(item), Buffer.from(note, 'utf8'), `${item.id}:${eventId}`);
  }

  /** The caller has opened a version of the item: a note is read beside it. */
  openNote(item: Keyed, { id, sealedNote }: { id: string; sealedNote: Buffer | null }): string | null {
    return sealedNote && unseal(this.keyOf(item), sealedNote, `${item.id}:${id}`).toString('utf8');
  }

  /** By version id. @throws DomainError not_found for an id that the body does not have */
  async open(tx: Tx, reading: OpenReading): Promise<Map<string, ItemContent>> {
    const wanted = [...new Set(reading.versionIds)];
    const versions = await this.items.versions(tx, reading.bodyId, wanted);
    if (wanted.length === 0 || versions.length !== wanted.length) throw notFound('this item');
    const items = await this.items.byIds(tx, [...new Set(versions.map(({ itemId }) => itemId))]);
    const keys = new Map(items.map((item) => [item.id, this.keyOf(item)]));
    const opened = new Map<string, ItemContent>();
    for (const { id, itemId, sealed } of versions) {
      const key = keys.get(itemId);
      if (!key) throw notFound('this item');
      opened.set(id, unpackContent(unseal(key, sealed, `${itemId}:${id}`)));
    }
    const { bodyId, purpose, subject = null } = reading;
    const readerId = personActing(tx.actor);
    await this.readings.add(tx, { id: this.ids.next(), bodyId, readerId, purpose, versionIds: wanted, subject });
    return opened;
  }

  private keyOf({ id, keyId, wrappedKey }: Keyed): Buffer {
    return this.ring.unwrap({ keyId, wrapped: wrappedKey }, id);
  }
}

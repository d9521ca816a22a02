import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { fingerprintOf } from '../domain/fingerprint.js';
import type { BankItemEntity } from '../persistence/bank-item.entity.js';
import { ItemRepository } from '../persistence/item.repository.js';
import type { CheckedItem } from './check-item.js';
import { SealedItems } from './sealed-items.js';

/** Writes items and versions down, sealed. */
@Injectable()
export class StoreItem {
  constructor(
    private readonly items: ItemRepository,
    private readonly sealed: SealedItems,
    private readonly ids: Ids,
    private readonly audit: Audit,
  ) {}

  /**
   * New items, each with its first version.
   * @returns their ids in the order given
   * @throws DomainError item_bank.question_of_course, item_bank.asked_already
   */
  async create(tx: Tx, bodyId: string, checked: readonly CheckedItem[]): Promise<string[]> {
    const first = await this.items.takeNumbers(tx, bodyId, checked.length);
    const ids: string[] = [];
    for (const [at, one] of checked.entries()) {
      const id = this.ids.next();
      const { keyId, wrapped } = this.sealed.newKey(id);
      const item: BankItemEntity = {
        id,
        bodyId,
        number: first + at,
        keyId,
        wrappedKey: wrapped,
        createdBy: personIdOf(tx.actor),
        createdAt: tx.now,
      };
      await this.items.addItem(tx, item);
      await this.addVersion(tx, item, 1, one);
      ids.push(id);
    }
    return ids;
  }

  /** Which of these questions stand elsewhere already, by fingerprint. */
  known(tx: Tx, bodyId: string, fingerprints: readonly string[]): Promise<Map<string, 'course' | 'bank'>> {
    return this.items.known(tx, bodyId, fingerprints);
  }

  /** @returns its id. Throws as {@link create}; item_bank.newer_version */
  async addVersion(tx: Tx, item: BankItemEntity, number: number, { content, ...head }: CheckedItem): Promise<string> {
    const id = this.ids.next();
    await this.items.addVersion(tx, {
      ...head,
      id,
      bodyId: item.bodyId,
      itemId: item.id,
      number,
      kind: content.kind,
      sealed: this.sealed.seal(item, id, content),
      fingerprint: fingerprintOf(content),
      authorId: personIdOf(tx.actor),
      stateSince: tx.now,
      createdAt: tx.now,
    });
    await this.audit.record(tx, {
      action: 'item-bank.version.written',
      subject: { kind: 'bank_item_version', id },
      bodyId: item.bodyId,
      details: { itemId: item.id, number },
    });
    return id;
  }
}

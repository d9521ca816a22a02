import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { EnemyReason } from '../domain/item-words.js';
import { enemiesOfOneItem } from '../item-bank.errors.js';
import { FindItem } from './find-item.js';
import { ItemShelf } from './item-shelf.js';
import { mayNameEnemies } from './read-item.js';

/** Reviewers and psychometricians say which items may never stand in one form. */
@Injectable()
export class NameEnemies {
  constructor(
    private readonly find: FindItem,
    private readonly shelf: ItemShelf,
    private readonly audit: Audit,
  ) {}

  /**
   * Harmless where they are enemies already.
   * @param input.number the other item's, within the body
   * @throws DomainError not_found, item_bank.enemy_not_possible
   */
  async name(
    tx: Tx,
    { itemId, number, reason }: { itemId: string; number: number; reason: EnemyReason },
  ): Promise<{ itemId: string }> {
    const bodyId = await this.bodyOf(tx, itemId);
    const other = await this.shelf.items.findByNumber(tx, bodyId, number);
    if (!other || other.id === itemId) throw enemiesOfOneItem();
    const pair: [string, string] = [itemId, other.id];
    if (await this.shelf.enemies.add(tx, { bodyId, pair, reason, by: personIdOf(tx.actor) })) {
      await this.record(tx, { action: 'item-bank.enemies.named', bodyId, pair });
    }
    return { itemId };
  }

  /** @throws DomainError not_found */
  async end(tx: Tx, { itemId, enemyId }: { itemId: string; enemyId: string }): Promise<{ itemId: string }> {
    const bodyId = await this.bodyOf(tx, itemId);
    const pair: [string, string] = [itemId, enemyId];
    if (!(await this.shelf.enemies.end(tx, pair, personIdOf(tx.actor)))) throw notFound('this pair');
    await this.record(tx, { action: 'item-bank.enemies.ended', bodyId, pair });
    return { itemId };
  }

  private async bodyOf(tx: Tx, itemId: string): Promise<string> {
    const { item } = await this.find.toOpen(tx, itemId);
    if (!mayNameEnemies(tx, item.bodyId)) throw notFound('this item');
    return item.bodyId;
  }

  private async record(
    tx: Tx,
    { action, bodyId, pair: [id, otherId] }: { action: string; bodyId: string; pair: [string, string] },
  ): Promise<void> {
    await this.audit.record(tx, { action, subject: { kind: 'bank_item', id }, bodyId, details: { otherId } });
  }
}

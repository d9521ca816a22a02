import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { stateAfter, type ItemMove } from '../domain/item-state.js';
import { moveNotPossible } from '../item-bank.errors.js';
import type { BankItemEntity, BankItemVersionEntity } from '../persistence/bank-item.entity.js';
import { ItemRepository } from '../persistence/item.repository.js';
import { BankAccess, holds, ITEM_ROLES } from './bank-access.js';

export interface FoundItem {
  item: BankItemEntity;
  /** Newest first; at least one. */
  versions: BankItemVersionEntity[];
  newest: BankItemVersionEntity;
}

type SteppedVersion = Pick<BankItemVersionEntity, 'id' | 'bodyId' | 'itemId' | 'state'>;

/** Items that the acting person may open: reviewers and psychometricians all of their body, authors their own. */
@Injectable()
export class FindItem {
  constructor(
    private readonly items: ItemRepository,
    private readonly access: BankAccess,
    private readonly ids: Ids,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError not_found, item_bank.kept_apart */
  async toOpen(tx: Tx, itemId: string): Promise<FoundItem> {
    const item = await this.items.find(tx, await this.access.bodiesOf(tx, ...ITEM_ROLES), itemId);
    const versions = item ? await this.items.versionsOf(tx, itemId) : [];
    const [newest] = versions;
    if (!item || !newest) throw notFound('this item');
    const all = holds(tx, item.bodyId, 'item-reviewer') || holds(tx, item.bodyId, 'psychometrician');
    const own = versions.some(({ authorId }) => authorId === personIdOf(tx.actor));
    if (!all && !own) throw notFound('this item');
    return { item, versions, newest };
  }

  /** The same, held: by its author, or a psychometrician. @throws DomainError as {@link toOpen} */
  async toEdit(tx: Tx, itemId: string): Promise<FoundItem> {
    const found = await this.toOpen(tx, itemId);
    if (!mayEdit(tx, found)) throw notFound('this item');
    await this.items.lock(tx, itemId);
    const versions = await this.items.versionsOf(tx, itemId);
    return { ...found, versions, newest: versions[0] ?? found.newest };
  }

  /** Drafts of the acting person that wait for nobody yet. */
  freshDrafts(tx: Tx, bodyId: string, limit: number): Promise<BankItemVersionEntity[]> {
    return this.items.freshDrafts(tx, bodyId, personIdOf(tx.actor), limit);
  }

  /**
   * Writes a step of a version down; its state follows.
   * @throws DomainError item_bank.move_not_possible, item_bank.second_person, item_bank.question_of_course
   */
  async step(
    tx: Tx,
    { id: versionId, bodyId, itemId, state }: SteppedVersion,
    move: ItemMove,
    sealNote?: (eventId: string) => Buffer,
  ): Promise<{ eventId: string }> {
    const toState = stateAfter(state, move);
    if (!toState) throw moveNotPossible();
    const id = this.ids.next();
    await this.items.addEvent(tx, {
      id,
      bodyId,
      itemId,
      versionId,
      move,
      fromState: state,
      toState,
      actorId: personIdOf(tx.actor),
      sealedNote: sealNote?.(id) ?? null,
      recordedAt: tx.now,
    });
    await this.audit.record(tx, {
      action: `item-bank.version.${move}`,
      subject: { kind: 'bank_item_version', id: versionId },
      bodyId,
      details: { itemId, state: toState },
    });
    return { eventId: id };
  }
}

/** Whether the acting person may write a new version of an item they opened. */
export function mayEdit(tx: Tx, { item, versions }: FoundItem): boolean {
  if (holds(tx, item.bodyId, 'psychometrician')) return true;
  const me = personIdOf(tx.actor);
  return holds(tx, item.bodyId, 'item-author') && versions.some(({ authorId }) => authorId === me);
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { contentNeedsAttention, newerVersion } from '../item-bank.errors.js';
import { BankAccess } from './bank-access.js';
import { CheckItem, type CheckedItem, type ItemInput } from './check-item.js';
import { FindItem } from './find-item.js';
import { MOST_ITEMS } from './read-item-file.js';
import { StoreItem } from './store-item.js';

/** An author writes an item, and edits it: each saving is a version, and each version goes through review. */
@Injectable()
export class WriteItem {
  constructor(
    private readonly access: BankAccess,
    private readonly checks: CheckItem,
    private readonly store: StoreItem,
    private readonly find: FindItem,
  ) {}

  /** @throws DomainError not_found, item_bank.content_needs_attention, item_bank.question_of_course, item_bank.asked_already */
  async create(tx: Tx, { bodyId, ...input }: ItemInput & { bodyId: string }): Promise<{ itemId: string }> {
    await this.access.require(tx, bodyId, 'item-author');
    const [itemId = ''] = await this.store.create(tx, bodyId, [await this.checked(tx, input)]);
    return { itemId };
  }

  /**
   * A version that was a draft or reviewed and not yet used is replaced by it; what stands in forms stays until the new one is active.
   * @param input.basedOn the version that the author saw
   * @throws DomainError as {@link create}; item_bank.newer_version where somebody was faster
   */
  async revise(
    tx: Tx,
    { itemId, basedOn, ...input }: ItemInput & { itemId: string; basedOn: string },
  ): Promise<{ itemId: string; versionId: string }> {
    const checked = await this.checked(tx, input);
    const { item, newest } = await this.find.toEdit(tx, itemId);
    if (newest.id !== basedOn) throw newerVersion();
    if (newest.state === 'draft' || newest.state === 'reviewed') await this.find.step(tx, newest, 'replace');
    return { itemId, versionId: await this.store.addVersion(tx, item, newest.number + 1, checked) };
  }

  /**
   * Hands in every draft of the acting author that nobody handed in yet, as after an import; what came back with a note is edited
   * and handed in by itself. @throws DomainError not_found
   */
  async handInAll(tx: Tx, { bodyId }: { bodyId: string }): Promise<{ handedIn: number }> {
    await this.access.require(tx, bodyId, 'item-author');
    const drafts = await this.find.freshDrafts(tx, bodyId, MOST_ITEMS);
    for (const draft of drafts) await this.find.step(tx, draft, 'hand_in');
    return { handedIn: drafts.length };
  }

  /** What is sent, if it is whole: for a look at it before saving. Throws as {@link create} */
  async checked(tx: Tx, input: ItemInput): Promise<CheckedItem> {
    const found = this.checks.check(input, await this.checks.codes(tx));
    if ('problems' in found) throw contentNeedsAttention(found.problems);
    return found.item;
  }
}

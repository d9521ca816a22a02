import { Injectable } from '@nestjs/common';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { differencesBetween, type Difference } from '../domain/differences.js';
import type { ItemContent } from '../domain/item.js';
import type { BankItemVersionEntity } from '../persistence/bank-item.entity.js';
import { FindItem } from './find-item.js';
import { headOf } from './read-item.js';
import { SealedItems } from './sealed-items.js';

export interface Comparison {
  id: string;
  number: number;
  from: number;
  to: number;
  differences: Difference[];
}

/** What differs between two versions of an item. Both are read, and that is logged. */
@Injectable()
export class CompareVersions {
  constructor(
    private readonly find: FindItem,
    private readonly sealed: SealedItems,
  ) {}

  /** @param query numbers of versions; left out: the newest and the one before it @throws DomainError not_found */
  async execute(
    tx: Tx,
    { itemId, from, to }: { itemId: string; from?: number | undefined; to?: number | undefined },
  ): Promise<Comparison> {
    const { item, versions, newest } = await this.find.toOpen(tx, itemId);
    const numbered = (number: number) => versions.find((version) => version.number === number);
    const after = numbered(to ?? newest.number);
    const before = after && numbered(from ?? after.number - 1);
    if (!after || !before || after.id === before.id) throw notFound('these versions');
    const versionIds = [before.id, after.id];
    const contents = await this.sealed.open(tx, { bodyId: item.bodyId, versionIds, purpose: 'comparison' });
    const side = (version: BankItemVersionEntity) => {
      return { head: headOf(version), content: contents.get(version.id) as ItemContent };
    };
    return {
      id: item.id,
      number: item.number,
      from: before.number,
      to: after.number,
      differences: differencesBetween(side(before), side(after)),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Letters } from '../../notifications/notifications.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import type { BankItemVersionEntity } from '../persistence/bank-item.entity.js';
import type { FoundItem } from './find-item.js';

/** Tells the author, who waits for it, what a reviewer did. The letter names the item by number; the note stays in the bank. */
@Injectable()
export class TellAuthor {
  constructor(
    private readonly letters: Letters,
    private readonly organizations: Organizations,
  ) {}

  async execute(
    tx: Tx,
    {
      found: { item },
      version,
      move,
      eventId,
    }: { found: FoundItem; version: BankItemVersionEntity; move: 'return' | 'review'; eventId: string },
  ): Promise<void> {
    const { timeZone } = await this.organizations.get(tx, item.bodyId);
    await this.letters.send(tx, {
      kind: move === 'return' ? 'bank-item-returned' : 'bank-item-reviewed',
      identity: `item-bank.${move}:${eventId}`,
      to: { personId: version.authorId },
      bodyId: item.bodyId,
      data: {
        item: `${item.number}.${version.number}`,
        on: dateIn(timeZone, tx.now).toString(),
        path: `/desk/item-bank/items/${item.id}`,
      },
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import type { EnemyReason } from '../domain/item-words.js';

export interface Enemy {
  itemId: string;
  itemNumber: number;
  reason: EnemyReason;
}

/** Pairs of items that may never stand in one form. */
@Injectable()
export class EnemyRepository {
  constructor(private readonly ids: Ids) {}

  /** @returns false when they are enemies already */
  async add(
    tx: Tx,
    { bodyId, pair, reason, by }: { bodyId: string; pair: [string, string]; reason: EnemyReason; by: string },
  ): Promise<boolean> {
    const added: unknown[] = await tx.manager.query(
      `insert into bank_item_enemy (id, body_id, low_id, high_id, reason, named_by, named_at)
       values ($1, $2, least($3::uuid, $4::uuid), greatest($3::uuid, $4::uuid), $5, $6, $7)
       on conflict (low_id, high_id) where ended_at is null do nothing returning id`,
      [this.ids.next(), bodyId, ...pair, reason, by, tx.now.toString()],
    );
    return added.length > 0;
  }

  /** @returns false when they are no enemies (any more) */
  async end(tx: Tx, pair: [string, string], by: string): Promise<boolean> {
    const [, ended]: [unknown, number] = await tx.manager.query(
      `update bank_item_enemy set ended_by = $3, ended_at = $4
       where low_id = least($1::uuid, $2::uuid) and high_id = greatest($1::uuid, $2::uuid) and ended_at is null`,
      [...pair, by, tx.now.toString()],
    );
    return ended > 0;
  }

  /** By number. */
  async of(tx: Tx, itemId: string): Promise<Enemy[]> {
    return tx.manager.query(
      `select i.id as "itemId", i.number as "itemNumber", e.reason
       from bank_item_enemy e join bank_item i on i.id = case when e.low_id = $1 then e.high_id else e.low_id end
       where $1 in (e.low_id, e.high_id) and e.ended_at is null order by i.number`,
      [itemId],
    );
  }
}

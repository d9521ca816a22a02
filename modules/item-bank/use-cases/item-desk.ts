import { Injectable } from '@nestjs/common';
import { MoveItem } from './move-item.js';
import { NameEnemies } from './name-enemies.js';
import { ReadItem } from './read-item.js';
import { ReadItemList } from './read-item-list.js';

/** What can be done with one item, together. */
@Injectable()
export class ItemDesk {
  constructor(
    readonly item: ReadItem,
    readonly list: ReadItemList,
    readonly moves: MoveItem,
    readonly enemies: NameEnemies,
  ) {}
}

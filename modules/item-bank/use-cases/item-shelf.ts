import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { EnemyRepository } from '../persistence/enemy.repository.js';
import { ItemRepository } from '../persistence/item.repository.js';
import { NumbersRepository } from '../persistence/numbers.repository.js';
import { BankParties } from './bank-parties.js';

/** What stands around items from outside: enemies, numbers, names. */
@Injectable()
export class ItemShelf {
  constructor(
    readonly items: ItemRepository,
    readonly enemies: EnemyRepository,
    readonly numbers: NumbersRepository,
    private readonly parties: BankParties,
  ) {}

  names(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.parties.names(tx, personIds);
  }

  zoneOf(tx: Tx, bodyId: string): Promise<string> {
    return this.parties.zoneOf(tx, bodyId);
  }
}

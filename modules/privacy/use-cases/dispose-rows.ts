import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { PersonalData } from '../../../src/platform/personal-data/personal-data.js';
import { monthsOf, Retention } from '../domain/retention.js';

/** Disposes of rows whose months are over. */
@Injectable()
export class DisposeRows {
  constructor(
    private readonly data: PersonalData,
    private readonly retention: Retention,
  ) {}

  /** @returns how many rows went */
  async execute(tx: Tx): Promise<number> {
    let gone = 0;
    for (const table of this.data.tables) {
      if (!table.keptFrom) continue;
      const months = monthsOf(this.retention.classOf(table.table));
      const until = tx.now.toZonedDateTimeISO('UTC').subtract({ months }).toInstant();
      gone += await this.data.dispose(tx, table, until);
    }
    return gone;
  }
}

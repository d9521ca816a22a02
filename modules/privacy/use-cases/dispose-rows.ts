import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { PersonalData } from '../../../src/platform/personal-data/personal-data.js';
import { monthsOf, Retention } from '../domain/retention.js';

/** Rows that one run removes from a table: a table of any size is worked off without one long transaction. */
const AT_ONCE = 10_000;

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
    for (const { table, keptFrom } of this.data.tables) {
      if (!keptFrom) continue;
      const months = monthsOf(this.retention.classOf(table));
      const until = tx.now.toZonedDateTimeISO('UTC').subtract({ months }).toInstant();
      const [, removed]: [unknown, number] = await tx.manager.query(
        `delete from ${table} where ctid = any(array(select ctid from ${table} where ${keptFrom} < $1 limit ${AT_ONCE}))`,
        [until.toString()],
      );
      gone += removed;
    }
    return gone;
  }
}

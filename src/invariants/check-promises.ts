import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import type { Tx } from '../platform/database/transaction.js';
import type { Breach, Surroundings } from './promise.js';
import { promises } from './promises.js';

export interface Checked {
  name: string;
  says: string;
  breaches: Breach[];
}

/** Checks every promise and writes down what came of it, for the metrics. It changes nothing else, and puts nothing right. */
@Injectable()
export class CheckPromises {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'STORAGE_DIR'>) {}

  async execute(tx: Tx): Promise<Checked[]> {
    const surroundings: Surroundings = {
      query: (sql, values) => tx.manager.query(sql, values),
      storage: this.config.STORAGE_DIR,
    };
    // A register of some size, and its files, take longer to read again than a request may.
    await tx.manager.query(`set local statement_timeout = '15min'; set local idle_in_transaction_session_timeout = 0`);
    const checked: Checked[] = [];
    for (const { name, says, breaches } of promises) {
      checked.push({ name, says, breaches: await breaches(surroundings) });
    }
    await this.keep(tx, checked);
    return checked;
  }

  private async keep(tx: Tx, checked: Checked[]): Promise<void> {
    await tx.manager.query('delete from invariant_check where promise <> all($1)', [checked.map(({ name }) => name)]);
    for (const { name, breaches } of checked) {
      await tx.manager.query(
        `insert into invariant_check (promise, breaches, checked_at) values ($1, $2, clock_timestamp())
         on conflict (promise) do update set breaches = excluded.breaches, checked_at = excluded.checked_at`,
        [name, breaches.length],
      );
    }
  }
}

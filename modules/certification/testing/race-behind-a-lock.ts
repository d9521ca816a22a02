import pg from 'pg';
import type { TestApp } from '../../../test/support/app.js';

/**
 * Starts all while somebody holds the rows that `lock` selects for update, waits until several of them wait for it, then
 * lets go: what comes out of this did race.
 */
export async function raceBehindALock<T>(
  test: TestApp,
  lock: { sql: string; id: string },
  starts: readonly (() => Promise<T>)[],
): Promise<PromiseSettledResult<T>[]> {
  const holder = new pg.Client({ connectionString: test.database.ownerUrl });
  await holder.connect();
  try {
    await holder.query('begin');
    await holder.query(lock.sql, [lock.id]);
    const running = Promise.allSettled(starts.map((start) => start()));
    await untilWaiting(test, Math.min(starts.length, 5));
    await holder.query('rollback');
    return await running;
  } finally {
    await holder.end();
  }
}

async function untilWaiting(test: TestApp, wanted: number): Promise<void> {
  let waiting = 0;
  for (let tries = 0; waiting < wanted && tries < 500; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    const { rows } = await test.owner.query(
      `select count(*)::int as waiting from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    waiting = rows[0].waiting;
  }
  expect(waiting).toBeGreaterThanOrEqual(wanted);
}

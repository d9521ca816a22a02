import type { Actor } from '../../src/kernel/actor.js';
import type { Tx } from '../../src/platform/database/transaction.js';
import type { TestApp } from './app.js';

/** Does the work in a transaction that stays open until `commit`, so that what comes meanwhile has to wait or does not. */
export async function heldOpen(
  test: TestApp,
  work: (tx: Tx) => Promise<unknown>,
  actor?: Actor,
): Promise<{ commit(): Promise<void> }> {
  let release = () => {};
  let isDone = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const done = new Promise<void>((resolve) => (isDone = resolve));
  const running = test.run(async (tx) => {
    await work(tx);
    isDone();
    await released;
  }, actor);
  await Promise.race([done, running]);
  return {
    commit: () => {
      release();
      return running;
    },
  };
}

/** Until somebody waits for a lock in the database of the test. @throws Error when nobody does */
export async function untilOneWaits({ owner }: TestApp): Promise<void> {
  const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  for (let tries = 0; tries < 500; tries += 1) {
    if ((await owner.query(waiting)).rowCount) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('Nobody waited: both went their way at once.');
}

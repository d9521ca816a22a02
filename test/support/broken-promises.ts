import { CheckPromises } from '../../src/invariants/check-promises.js';
import { Transaction } from '../../src/platform/database/transaction.js';
import type { TestApp } from './app.js';

/**
 * The clock of the tests stands elsewhere than the database's: what is open is settled, so that no effect and no letter counts
 * as late.
 */
export async function settleEffects({ owner }: Pick<TestApp, 'owner'>): Promise<void> {
  await owner.query(`update outbox set done_at = now() where done_at is null`);
  await owner.query(
    `update letter set status = 'excused', excuse = 'test', secrets = null, settled_at = now() where status = 'due'`,
  );
}

/** The names of the invariants that do not hold, as the worker finds them. */
export async function brokenPromises(test: TestApp): Promise<string[]> {
  const worker = await test.worker();
  const execute = worker.get(CheckPromises, { strict: false });
  const checked = await worker
    .get(Transaction)
    .run({ actor: { kind: 'system', name: 'test' }, requestId: 'test' }, (tx) => execute.execute(tx));
  return checked.filter(({ breaches }) => breaches.length > 0).map(({ name }) => name);
}

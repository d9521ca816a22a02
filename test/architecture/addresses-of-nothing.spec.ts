import { AccessCheck } from '../../src/platform/access/access-check.js';
import { useApp } from '../support/app.js';
import { call } from '../support/caller.js';
import { CALLERS, seedWorld, type World } from '../support/world.js';
import { matrix } from './access-matrix.js';
import { nameOf } from './access/describe-access.js';

/** What no id, number, code or day looks like. */
const NOTHING = 'of-nothing';

/**
 * An address is typed, cut off in a letter, guessed. Whoever may go that far is told that there is nothing; the database would
 * refuse to compare such a text with an id, and the page would break down.
 */
describe('an address that names nothing', () => {
  const test = useApp();
  let world: World;

  beforeAll(async () => {
    world = await seedWorld(test);
  }, 60_000);

  it('is answered by every route, and breaks none', async () => {
    const broken: string[] = [];
    for (const route of test.get(AccessCheck).routes()) {
      const row = matrix[nameOf(route)];
      if (!row || !route.path.includes(':')) continue;
      const kind = CALLERS.findLast((one) => ['through', 'absent'].includes(row.expected[one])) ?? 'nobody';
      const caller = kind === 'nobody' ? null : world.callers[kind];
      const body = typeof row.send === 'function' ? row.send(world, NOTHING) : row.send;
      const path = route.path.replaceAll(/:\w+/g, NOTHING);
      const { status } = await call(test, caller, { method: route.method, path, body });
      if (status >= 500) broken.push(`${nameOf(route)} as ${kind}: ${status}`);
    }
    expect(broken).toEqual([]);
  }, 120_000);
});

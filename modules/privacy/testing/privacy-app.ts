import { CaseFiles } from '../../case-files/case-files.public.js';
import { Timetable } from '../../../src/platform/jobs/timetable.js';
import { useApp, type TestApp } from '../../../test/support/app.js';
import { call, type Call, type CallAnswer, type Caller } from '../../../test/support/caller.js';
import { insertPerson } from '../../../test/support/factories/person.js';
import { seedWorld, type World } from '../../../test/support/world.js';

export interface PrivacyTest {
  app: TestApp;
  world: World;
  /** Somebody who has something of everything, a credential too. */
  owner: Caller;
  get(path: string, by: Caller): Promise<CallAnswer>;
  post(path: string, by: Caller, body?: object): Promise<CallAnswer>;
  /** `from` a table, with `where`. */
  count(sql: string, ...values: unknown[]): Promise<number>;
  /** Somebody with a name, an account and an address, and nothing else. */
  newcomer(name: string): Promise<Caller>;
  /** Days pass, and the worker does what has become due. */
  later(days: number): Promise<void>;
}

/** Call at the top of a describe: the product with one person who has something of everything. */
export function usePrivacy(): PrivacyTest {
  const app = useApp();
  const test = { app } as PrivacyTest;
  const send = (request: Call, by: Caller) => call(app, by, request);

  beforeAll(async () => {
    test.world = await seedWorld(app);
    test.owner = test.world.callers.owner;
    const things = ['entry', 'submission', 'attempt', 'lesson', 'consent', 'caseFile'] as const;
    for (const kind of things) await test.world.object(kind);
    // That of the world is a complaint's, of which the person is told with its notice; this one they know of.
    const known = { bodyId: test.world.bodyId, personId: test.owner.personId, kind: 'background' as const };
    const subject = { module: 'test', id: test.owner.personId };
    await app.run((tx) => app.get(CaseFiles).open(tx, { ...known, subject }));
  }, 60_000);

  test.get = (path, by) => send({ method: 'GET', path }, by);
  test.post = (path, by, body = {}) => send({ method: 'POST', path, body }, by);
  test.count = async (sql, ...values) => {
    const { rows } = await app.owner.query<{ n: number }>(`select count(*)::int as n from ${sql}`, values);
    return rows[0]?.n ?? 0;
  };
  test.newcomer = async (name) => {
    const personId = await insertPerson(app.owner, name, `${name.replaceAll(' ', '.').toLowerCase()}@example.test`);
    await app.owner.query(
      `insert into account (person_id, password_hash, password_set_at, created_at) values ($1, 'h', now(), now())`,
      [personId],
    );
    await app.owner.query(
      `insert into person_name (id, person_id, legal_name, created_at) values (gen_random_uuid(), $1, $2, now())`,
      [personId, name],
    );
    return { personId, assurance: 'password' };
  };
  test.later = async (days) => {
    app.clock.forward({ days });
    await app.runEffects();
    await (await app.worker()).get(Timetable, { strict: false }).runTask('privacy.dispose');
  };
  return test;
}

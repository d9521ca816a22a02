import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { createTestDatabase, dropTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { startRedis, type TestRedis } from '../../../test/support/redis.mjs';
import { readConfig, type Config } from '../../config/config.js';
import { openQueues, type QueuePort, type Queues, type WorkerPort } from './queues.js';

/** What a queue runs on in these tests. */
interface Ground {
  config: Config;
  /** All jobs are lost, as when a Redis without a disk is started anew. */
  loseEverything(): Promise<void>;
  close(): Promise<void>;
}

const DATABASE_URL = 'postgres://nobody@127.0.0.1:1/none';

async function onPostgres(): Promise<Ground> {
  const database: TestDatabase = await createTestDatabase();
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query(
    `select string_agg(format('bullmq.%I', tablename), ', ') as names from pg_tables
     where schemaname = 'bullmq' and tablename !~ 'migration'`,
  );
  return {
    config: readConfig({ DATABASE_URL: database.webUrl, JOBS_DATABASE_URL: database.jobsUrl }),
    loseEverything: async () => void (await owner.query(`truncate ${rows[0].names}`)),
    async close() {
      await owner.end();
      await dropTestDatabase(database);
    },
  };
}

/** BullMQ finds its Redis client by itself, as an optional package. */
function hasRedisClient(): boolean {
  try {
    return require.resolve('ioredis') !== '';
  } catch {
    return false;
  }
}

async function onRedis(): Promise<Ground | null> {
  if (!hasRedisClient()) return null;
  const redis: TestRedis | null = await startRedis();
  if (!redis) return null;
  return {
    config: readConfig({ DATABASE_URL, REDIS_URL: redis.url }),
    loseEverything: () => redis.forgetEverything(),
    close: () => redis.stop(),
  };
}

const LEFT_OUT =
  'LEFT OUT: the queues were not tried on Redis. That needs the package ioredis, and a redis-server: an installed one, or apt-get as root.';

describe.each([
  ['PostgreSQL', onPostgres],
  ['Redis', onRedis],
] as const)('queues on %s', (backend, prepare) => {
  let ground: Ground | null;
  let queues: Queues;
  let name: string;
  let open: (QueuePort | WorkerPort)[];
  const errors: string[] = [];

  beforeAll(async () => {
    ground = await prepare();
    if (!ground && process.env['CI']) throw new Error(LEFT_OUT);
    if (!ground) process.stderr.write(`${LEFT_OUT}\n`);
    else queues = openQueues(ground.config);
  }, 180_000);

  afterAll(async () => {
    await ground?.close();
  });

  beforeEach(() => {
    name = `test-${randomBytes(4).toString('hex')}`;
    open = [];
  });

  afterEach(async () => {
    for (const one of open.toReversed()) await one.close();
  });

  const onError = (error: Error) => void errors.push(error.message);
  const queue = () => kept(queues.queue(name, onError));
  const worker = (perform: (job: { id: string; name: string }) => Promise<void>) =>
    kept(queues.worker(name, 2, perform, onError));
  function kept<One extends QueuePort | WorkerPort>(one: One): One {
    open.push(one);
    return one;
  }
  async function until(holds: () => boolean, ms = 10_000): Promise<void> {
    const deadline = performance.now() + ms;
    while (!holds() && performance.now() < deadline) await wait(20);
    expect(holds()).toBe(true);
  }

  /** As `it`; skipped without a client, and passed over in words where there is no server. */
  const situation = (title: string, work: () => Promise<void>) =>
    (backend === 'Redis' && !hasRedisClient() ? it.skip : it)(title, async () => {
      if (ground) await work();
    });

  situation('an offered job runs, under the id and the name it was offered with', async () => {
    const done: string[] = [];
    worker(async (job) => void done.push(`${job.name} ${job.id}`));
    await queue().offer([
      { id: 'o-1', name: 'effect' },
      { id: 'o-2', name: 'effect' },
    ]);
    await until(() => done.length === 2);
    expect(done.toSorted()).toEqual(['effect o-1', 'effect o-2']);
  });

  situation('a job offered again while it waits runs once', async () => {
    const jobs = queue();
    for (let n = 0; n < 3; n += 1) await jobs.offer([{ id: 'o-same', name: 'effect' }]);
    const done: string[] = [];
    worker(async ({ id }) => void done.push(id));
    await until(() => done.length > 0);
    await wait(300);
    expect(done).toEqual(['o-same']);
  });

  situation('a job offered again after it ran, or after it threw, runs again', async () => {
    const jobs = queue();
    let tries = 0;
    worker(async () => {
      tries += 1;
      if (tries === 1) throw new Error('the first try does not work out');
    });
    for (let n = 1; n <= 3; n += 1) {
      await jobs.offer([{ id: 'o-again', name: 'effect' }]);
      await until(() => tries === n);
      await wait(150); // the queue forgets a finished job a moment after it ended
    }
  });

  situation('a repeated job fires again and again, however often it was renewed', async () => {
    const jobs = queue();
    let fired = 0;
    worker(async (job) => {
      expect(job.name).toBe('test.every');
      fired += 1;
    });
    for (let n = 0; n < 3; n += 1) await jobs.repeat('test.every', 300);
    await until(() => fired >= 3);
    const before = fired;
    await wait(1_500);
    expect(fired - before).toBeGreaterThanOrEqual(3);
    expect(fired - before).toBeLessThanOrEqual(7);
  });

  situation('what was lost with the queue is offered again and runs', async () => {
    const jobs = queue();
    await jobs.offer([{ id: 'o-lost', name: 'effect' }]);
    await ground?.loseEverything();
    const done: string[] = [];
    worker(async ({ id }) => void done.push(id));
    await wait(300);
    expect(done).toEqual([]);
    await jobs.offer([{ id: 'o-lost', name: 'effect' }]);
    await until(() => done.length === 1);
  });

  situation('closing waits for what is under way', async () => {
    let begun = false;
    let ended = false;
    const working = queues.worker(
      name,
      1,
      async () => {
        begun = true;
        await wait(500);
        ended = true;
      },
      onError,
    );
    await queue().offer([{ id: 'o-slow', name: 'effect' }]);
    await until(() => begun);
    await working.close();
    expect(ended).toBe(true);
  });
});

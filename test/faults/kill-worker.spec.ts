import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { createTestDatabase, dropTestDatabase, type TestDatabase } from '../support/database.js';

const LETTERS = 240;
const KILLS = 4;

/** The real worker process, killed without warning while it sends letters. */
describe('a worker that is killed', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  let directory: string;
  let worker: ChildProcess | undefined;
  let said = '';

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'goodstanding-kill-'));
    database = await createTestDatabase();
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });

  afterAll(async () => {
    await kill('SIGKILL');
    await owner.end();
    await dropTestDatabase(database);
    await rm(directory, { recursive: true, force: true });
  });

  function start(): void {
    const program = spawn(process.execPath, ['dist/src/worker.js'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        PATH: process.env['PATH'] ?? '',
        DATABASE_URL: database.webUrl,
        JOBS_DATABASE_URL: database.jobsUrl,
        DATA_DIR: directory,
        LOG_LEVEL: 'error',
      },
    });
    program.stderr.on('data', (data) => (said += String(data)));
    worker = program;
  }

  async function kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    if (!worker || worker.exitCode !== null || worker.signalCode !== null) return worker?.exitCode ?? null;
    const ended = new Promise<number | null>((done) => worker?.once('exit', done));
    worker.kill(signal);
    return ended;
  }

  const count = async (sql: string): Promise<number> => Number((await owner.query(sql)).rows[0].count);
  const sent = () => count(`select count(*) from letter where status = 'sent'`);
  const mail = () => {
    const folder = join(directory, 'mail');
    return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  };

  async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
    const deadline = performance.now() + 60_000;
    while (!(await holds())) {
      if (performance.now() > deadline) throw new Error(`never ${what}: ${await sent()} sent. ${said.slice(-2_000)}`);
      await wait(25);
    }
  }

  /** A letter and the outbox row that will send it, as one transaction of the product leaves them. */
  async function write(from: number, to: number): Promise<void> {
    const rows = Array.from({ length: to - from }, (_, n) => ({ id: randomUUID(), row: randomUUID(), n: from + n }));
    await owner.query(
      `with wanted as (select * from jsonb_to_recordset($1) as w(id uuid, "row" uuid, n int)),
       letters as (
         insert into letter (id, kind, identity, to_name, to_address, language, words, status, created_at)
         select id, 'account-exists', 'kill-' || n, 'Person ' || n, 'p' || n || '@example.test', 'en',
                jsonb_build_object('recipient', 'Person ' || n, 'link', 'http://localhost/sign-in'), 'due', now() from wanted)
       insert into outbox (id, kind, payload, due_at, created_at)
       select "row", 'notifications.send-letter', jsonb_build_object('letterId', id), now(), now() from wanted`,
      [JSON.stringify(rows)],
    );
  }

  /** The queue is lost too, and the minute after which open rows are offered again has gone by. */
  async function loseQueue(): Promise<void> {
    const { rows } = await owner.query(
      `select string_agg(format('bullmq.%I', tablename), ', ') as names from pg_tables
       where schemaname = 'bullmq' and tablename !~ 'migration'`,
    );
    await owner.query(`truncate ${rows[0].names}`);
    await owner.query(`update outbox set offered_at = offered_at - interval '61 seconds' where done_at is null`);
  }

  it('loses no letter, sends none under two names, and its successor ends in order', async () => {
    let written = 0;
    for (let killed = 0; killed < KILLS; killed += 1) {
      await write(written, (written += LETTERS / KILLS));
      const before = mail().length;
      start();
      await until(async () => mail().length > before, 'sent one more letter');
      await wait(Math.random() * 150);
      await kill('SIGKILL');
      await loseQueue();
    }
    const cutOff = written - (await sent());
    start();
    await until(async () => (await sent()) === LETTERS, 'sent all letters');
    expect(await kill('SIGTERM')).toBe(0);

    expect(cutOff).toBeGreaterThan(0); // else the kills came too late to prove anything
    expect(await count('select count(*) from outbox where done_at is null or parked_at is not null')).toBe(0);
    const messages = mail().map((name) => JSON.parse(readFileSync(join(directory, 'mail', name), 'utf8')));
    expect(new Set(messages.map(({ to }) => to.address)).size).toBe(LETTERS);
    expect(new Set(messages.map(({ messageId }) => messageId)).size).toBe(messages.length);
    expect(messages).toHaveLength(LETTERS); // a double would be the same file, or else one too many
  }, 120_000);
});

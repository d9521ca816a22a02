import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { useApp } from '../support/app.js';
import { draftCase } from '../../modules/scheme-changes/testing/draft-case.js';

const PEOPLE = 6_000;
const KILLS = 3;

/** The real worker process, killed without warning while it counts whom a draft would touch. */
describe('a preview whose worker is killed', () => {
  const test = useApp();
  const drafts = draftCase(test);
  let worker: ChildProcess | undefined;
  let said = '';

  // Before the database is dropped, which waits until nobody is connected.
  afterEach(() => kill());

  function start(): void {
    worker = spawn(process.execPath, ['dist/src/worker.js'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        PATH: process.env['PATH'] ?? '',
        DATABASE_URL: test.database.webUrl,
        JOBS_DATABASE_URL: test.database.jobsUrl,
        DATA_DIR: test.config.DATA_DIR,
        LOG_LEVEL: 'error',
      },
    });
    worker.stderr?.on('data', (data) => (said += String(data)));
  }

  async function kill(): Promise<void> {
    if (!worker || worker.exitCode !== null || worker.signalCode !== null) return;
    const ended = new Promise((done) => worker?.once('exit', done));
    worker.kill('SIGKILL');
    await ended;
  }

  const number = async (sql: string): Promise<number> => Number((await test.owner.query(sql)).rows[0].number);
  const counted = () => number('select sum(counted) as number from impact_part');
  const running = () => number(`select count(*) as number from impact_preview where state = 'running'`);

  async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
    const deadline = performance.now() + 90_000;
    while (!(await holds())) {
      if (performance.now() > deadline)
        throw new Error(`never ${what}: ${await counted()} counted. ${said.slice(-2_000)}`);
      await wait(10);
    }
  }

  /** The queue is lost too, and the minute after which open rows are offered again has gone by. */
  async function loseQueue(): Promise<void> {
    const { rows } = await test.owner.query(
      `select string_agg(format('bullmq.%I', tablename), ', ') as names from pg_tables
       where schemaname = 'bullmq' and tablename !~ 'migration'`,
    );
    await test.owner.query(`truncate ${rows[0].names}`);
    await test.owner.query(`update outbox set offered_at = offered_at - interval '61 seconds' where done_at is null`);
  }

  it('goes on where it stopped: everybody is counted once', async () => {
    const arranged = await drafts.arrange();
    await test.owner.query(
      `with people as (
         insert into person (id, number, legal_name, created_at)
         select gen_random_uuid(), 'P-' || substr(lpad(n::text, 10, '0'), 1, 5) || '-' || substr(lpad(n::text, 10, '0'), 6),
           'Person ' || n, now() from generate_series(1, ${PEOPLE}) n returning id)
       insert into application (id, body_id, person_id, scheme_code, scheme_version_id, state, state_since, begun_on, created_at)
       select uuidv7(), $1, id, $2, $3, 'draft', now(), '2026-11-01', now() from people`,
      [arranged.bodyId, arranged.schemeCode, arranged.schemeVersionId],
    );
    await drafts.ask(await drafts.bring(arranged), arranged.administrator);
    await test.owner.query(`update outbox set due_at = now() - interval '1 minute'`);

    const stops: number[] = [];
    for (let killed = 0; killed < KILLS; killed += 1) {
      const before = await counted();
      start();
      await until(async () => (await counted()) > before, 'counted anybody');
      await kill();
      stops.push(await counted());
      await loseQueue();
    }
    expect(stops.some((stop) => stop > 0 && stop < PEOPLE)).toBe(true); // else the kills proved nothing
    start();
    await until(async () => (await running()) === 0, 'complete');

    expect(await counted()).toBe(PEOPLE);
    expect(await number('select count(*) as number from impact_difference')).toBe(PEOPLE);
    expect(await number('select count(*) as number from outbox where done_at is null')).toBe(0);
  }, 180_000);
});

import 'reflect-metadata';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { ensureLoginUsers } from '../src/launcher/login-users.js';
import { startEmbeddedServer, type EmbeddedServer } from '../src/platform/database/embedded/embedded-server.js';
import { migrate } from '../src/platform/database/migrate.js';
import type { BenchLine } from './bench-line.js';
import { DATABASE_SETTINGS, end } from './processes.js';
import { askPreview, type Asked } from './impact-preview-asked.js';
import { seedCohort, FACTS_EACH } from './seed-cohort.js';
import { peakMegabytes, ready, startWorker } from './worker-process.js';

/** Fewer while something is being tried out: IMPACT_PEOPLE=5000. */
const PEOPLE = Number(process.env['IMPACT_PEOPLE'] ?? 100_000);
const WORKERS = 2;
const MOST_SECONDS = 60;
const MOST_MEGABYTES = 300;
const LOOK_EVERY_MS = 250;
const TELL_EVERY_MS = 5_000;

/**
 * How long it takes to hold the evidence of 100,000 people against two versions of a scheme, and what memory: the product's own
 * preview in a database of its own, done by two worker processes as an operator starts them, each with a part of the people.
 */
export async function run(): Promise<BenchLine[]> {
  const directory = mkdtempSync(join(tmpdir(), 'goodstanding-bench-'));
  const workers: ChildProcess[] = [];
  let server: EmbeddedServer | undefined;
  let owner: pg.Client | undefined;
  try {
    server = await startEmbeddedServer({
      dir: join(directory, 'postgres'),
      durable: false,
      settings: DATABASE_SETTINGS,
    });
    const ownerUrl = server.url('impact');
    await migrate({ ownerUrl });
    const urls = await ensureLoginUsers(ownerUrl, { web: 'of-this-run', jobs: 'of-this-run', verifier: 'of-this-run' });
    owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    console.log(`impact-preview: ${PEOPLE} people with ${FACTS_EACH} facts each are written first, which is not timed`);
    const cohort = await seedCohort(owner, PEOPLE);
    for (let number = 0; number < WORKERS; number += 1) workers.push(startWorker(urls, directory));
    await Promise.all(workers.map(ready));
    const asked = await askPreview({ urls, directory }, cohort);
    return await follow(owner, asked, workers, directory);
  } finally {
    await owner?.end();
    await Promise.all(workers.map(end));
    await server?.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function follow(
  owner: pg.Client,
  { previewId, began }: Asked,
  workers: readonly ChildProcess[],
  directory: string,
): Promise<BenchLine[]> {
  const pids = workers.map(({ pid }) => pid ?? 0);
  const atRest = Math.max(...pids.map(peakMegabytes));
  const before = { workers: sum(pids.map(cpuSeconds)), postgres: postgresSeconds(directory) };
  let told = began;
  for (;;) {
    await wait(LOOK_EVERY_MS);
    const { rows } = await owner.query<{ state: string; counted: number }>(
      `select p.state, sum(i.counted)::int as counted from impact_preview p join impact_part i on i.preview_id = p.id
       where p.id = $1 group by p.state`,
      [previewId],
    );
    const { state = 'running', counted = 0 } = rows[0] ?? {};
    if (state === 'done') break;
    const parked = await owner.query(`select last_error from outbox where attempts > 0 limit 1`);
    if (parked.rows[0]) throw new Error(parked.rows[0].last_error as string);
    if (performance.now() - told > TELL_EVERY_MS) {
      told = performance.now();
      console.log(`impact-preview: ${counted} of ${PEOPLE} people after ${seconds(told - began)} s`);
    }
  }
  const elapsed = (performance.now() - began) / 1000;
  const used = {
    workers: sum(pids.map(cpuSeconds)) - before.workers,
    postgres: postgresSeconds(directory) - before.postgres,
  };
  const { rows } = await owner.query<{ counted: number; differences: number }>(
    `select (select sum(counted) from impact_part where preview_id = $1)::int as counted,
       (select count(*) from impact_difference where preview_id = $1)::int as differences`,
    [previewId],
  );
  const { counted = 0, differences = 0 } = rows[0] ?? {};
  if (counted !== PEOPLE) throw new Error(`${counted} of ${PEOPLE} people were counted`);
  return linesOf({ elapsed, used, differences, atRest, megabytes: Math.max(...pids.map(peakMegabytes)) });
}

interface Measured {
  elapsed: number;
  used: { workers: number; postgres: number };
  differences: number;
  /** Of the larger worker: the most it ever had, and before it was asked anything. */
  megabytes: number;
  atRest: number;
}

function linesOf({ elapsed, used, differences, megabytes, atRest }: Measured): BenchLine[] {
  const line = (part: string, figure: number, more: Pick<BenchLine, 'unit' | 'target' | 'ok'>): BenchLine => {
    return { name: 'impact-preview', part, figure: Math.round(figure * 10) / 10, ...more };
  };
  const told = { target: 'told, not judged', ok: true };
  return [
    line('seconds', elapsed, { unit: 's', target: `under ${MOST_SECONDS}`, ok: elapsed < MOST_SECONDS }),
    line('memory', megabytes, { unit: 'MB', target: `under ${MOST_MEGABYTES}`, ok: megabytes < MOST_MEGABYTES }),
    line('memory-at-rest', atRest, { unit: 'MB', ...told }),
    line('processor-workers', used.workers, { unit: 's of processor time', ...told }),
    line('processor-database', used.postgres, { unit: 's of processor time', ...told }),
    line('differences', differences, { unit: `of ${PEOPLE} people`, ...told }),
  ];
}

const TICKS_A_SECOND = 100;

/** What the kernel says of a process after its name; null once it has ended. */
function statOf(pid: number): string[] | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
  } catch {
    return null;
  }
}

/** Processor time of a process so far, its own and that of children that ended. */
function cpuSeconds(pid: number): number {
  const fields = statOf(pid) ?? [];
  return sum([11, 12, 13, 14].map((at) => Number(fields[at] ?? 0))) / TICKS_A_SECOND;
}

/** That of the database server, all its processes together. */
function postgresSeconds(directory: string): number {
  const [line = ''] = readFileSync(join(directory, 'postgres/data/postmaster.pid'), 'utf8').split('\n');
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const children = pids.map(Number).filter((pid) => statOf(pid)?.[1] === line);
  return sum([Number(line), ...children].map(cpuSeconds));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(0);
}

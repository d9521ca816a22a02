import 'reflect-metadata';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { ensureLoginUsers } from '../src/launcher/login-users.js';
import { startEmbeddedServer, type EmbeddedServer } from '../src/platform/database/embedded/embedded-server.js';
import { migrate } from '../src/platform/database/migrate.js';
import type { BenchLine } from './bench-line.js';
import { end } from './processes.js';
import { askStatistics, seedForm } from './item-statistics-seed.js';
import { peakMegabytes, ready, startWorker } from './worker-process.js';

/** Fewer while something is being tried out: STATISTICS_ATTEMPTS=500. */
const ATTEMPTS = Number(process.env['STATISTICS_ATTEMPTS'] ?? 10_000);
const ITEMS = 120;
const MOST_SECONDS = 10;
const MOST_MEGABYTES = 300;
const LOOK_EVERY_MS = 50;
const GIVEN_UP_AFTER_MS = 300_000;

/**
 * How long the statistics of a form of 120 items take after 10,000 sittings, and what memory: from a psychometrician asking for them until they
 * are committed, done by the product's own worker as an operator starts it, with everything read from the database.
 */
export async function run(): Promise<BenchLine[]> {
  const directory = mkdtempSync(join(tmpdir(), 'goodstanding-bench-'));
  let worker: ChildProcess | undefined;
  let server: EmbeddedServer | undefined;
  let owner: pg.Client | undefined;
  try {
    server = await startEmbeddedServer({ dir: join(directory, 'postgres'), durable: false });
    const ownerUrl = server.url('statistics');
    await migrate({ ownerUrl });
    const urls = await ensureLoginUsers(ownerUrl, { web: 'of-this-run', jobs: 'of-this-run', verifier: 'of-this-run' });
    owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    console.log(`item-statistics: ${ATTEMPTS} sittings of ${ITEMS} items are written first, which is not timed`);
    const form = await seedForm(owner, { urls, directory }, { attempts: ATTEMPTS, items: ITEMS });
    worker = startWorker(urls, directory);
    await ready(worker);
    const atRest = peakMegabytes(worker.pid ?? 0);
    const began = await askStatistics({ urls, directory }, form);
    await until(owner, form.formId);
    const elapsed = (performance.now() - began) / 1000;
    return linesOf({ elapsed, atRest, megabytes: peakMegabytes(worker.pid ?? 0) });
  } finally {
    await owner?.end();
    if (worker) await end(worker);
    await server?.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** @throws Error when the effect stopped, took too long, or counted others than were written */
async function until(owner: pg.Client, formId: string): Promise<void> {
  const latest = performance.now() + GIVEN_UP_AFTER_MS;
  while (performance.now() < latest) {
    const { rows } = await owner.query<{ attempts: number }>(
      'select attempts from exam_form_statistic where form_id = $1',
      [formId],
    );
    if (rows[0]) {
      if (rows[0].attempts !== ATTEMPTS) throw new Error(`${rows[0].attempts} of ${ATTEMPTS} attempts were counted`);
      return;
    }
    const stopped = await owner.query('select last_error from outbox where attempts > 0 limit 1');
    if (stopped.rows[0]?.last_error) throw new Error(stopped.rows[0].last_error as string);
    await wait(LOOK_EVERY_MS);
  }
  throw new Error('no statistics came');
}

function linesOf(of: { elapsed: number; megabytes: number; atRest: number }): BenchLine[] {
  const line = (part: string, figure: number, more: Pick<BenchLine, 'unit' | 'target' | 'ok'>): BenchLine => {
    return { name: 'item-statistics', part, figure: Math.round(figure * 10) / 10, ...more };
  };
  const what = `for ${ATTEMPTS} sittings of ${ITEMS} items, read from the database`;
  return [
    line('seconds', of.elapsed, { unit: `s ${what}`, target: `under ${MOST_SECONDS}`, ok: of.elapsed < MOST_SECONDS }),
    line('memory', of.megabytes, {
      unit: 'MB at most, of the worker process',
      target: `under ${MOST_MEGABYTES}`,
      ok: of.megabytes < MOST_MEGABYTES,
    }),
    line('memory-at-rest', of.atRest, { unit: 'MB', target: 'told, not judged', ok: true }),
  ];
}

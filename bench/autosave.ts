import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ensureLoginUsers, type LoginUrls } from '../src/launcher/login-users.js';
import { startEmbeddedServer, type EmbeddedServer } from '../src/platform/database/embedded/embedded-server.js';
import { migrate } from '../src/platform/database/migrate.js';
import type { SavingOptions, SavingResult } from './autosave-load.js';
import type { BenchLine } from './bench-line.js';
import { seedSittings } from './seed-sittings.js';
import { spreadOf } from './spread.js';

const PEOPLE = 200;
const ITEMS = 120;
const OFFERED = 300;
const ROUNDS = 5;
const SECONDS_A_TURN = 2;
const OFFERED_SECONDS = 10;
const WARM_UP_SECONDS = 4;

/**
 * How fast answers of an exam are saved and acknowledged, by the real web process with its rate limits raised, against a bare
 * server with one upsert a request. The database is durable for both: an acknowledged answer is on the disk.
 */
export async function run(): Promise<BenchLine[]> {
  const directory = mkdtempSync(join(tmpdir(), 'goodstanding-autosave-'));
  const children: ChildProcess[] = [];
  let server: EmbeddedServer | undefined;
  try {
    server = await startEmbeddedServer({ dir: join(directory, 'postgres'), durable: true });
    const ownerUrl = server.url('autosave');
    await migrate({ ownerUrl });
    const urls = await ensureLoginUsers(ownerUrl, { web: 'of-this-run', jobs: 'of-this-run', verifier: 'of-this-run' });
    const seeded = await seedSittings(ownerUrl, PEOPLE, ITEMS);
    const people = (name: string): string => {
      const file = join(directory, `${name}.json`);
      writeFileSync(file, JSON.stringify(seeded));
      return file;
    };
    const bareChild = start('./autosave-bare.js', { DATABASE_URL: ownerUrl }, children);
    const bare = { port: (await message<{ port: number }>(bareChild)).port, people: people('bare'), offered: null };
    const product = { port: await startProduct(urls, directory, children), people: people('product'), offered: null };
    const client = start('./autosave-load.js', {}, children);
    for (const one of [bare, product]) await load(client, { ...one, seconds: WARM_UP_SECONDS });
    const rounds: { bare: SavingResult; product: SavingResult }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push({
        bare: await load(client, { ...bare, seconds: SECONDS_A_TURN }),
        product: await load(client, { ...product, seconds: SECONDS_A_TURN }),
      });
    }
    const steady = await load(client, { ...product, offered: OFFERED, seconds: OFFERED_SECONDS });
    return linesOf(rounds, steady);
  } finally {
    await Promise.all(children.map(end));
    await server?.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

function linesOf(rounds: { bare: SavingResult; product: SavingResult }[], steady: SavingResult): BenchLine[] {
  const name = 'autosave';
  const ratio = spreadOf(rounds.map(({ bare, product }) => product.perSecond / bare.perSecond));
  const rate = (which: 'bare' | 'product') =>
    spreadOf(
      rounds.map((round) => round[which].perSecond),
      0,
    );
  const told = { name, unit: 'answers/s', target: 'told, not judged', ok: true };
  const p99 = Number(steady.p99.toFixed(1));
  return [
    {
      name,
      part: 'ratio',
      figure: ratio.median,
      spread: ratio.between,
      unit: 'of a bare upsert',
      target: 'at least 0.5',
      ok: ratio.median >= 0.5,
    },
    {
      name,
      part: 'p99',
      figure: p99,
      unit: `ms at ${OFFERED} answers/s offered`,
      target: 'under 50',
      ok: p99 < 50 && steady.perSecond >= OFFERED * 0.95,
    },
    { ...told, part: 'rate', figure: rate('product').median, spread: rate('product').between },
    { ...told, part: 'rate-bare', figure: rate('bare').median, spread: rate('bare').between },
  ];
}

/** The web process as an operator would run it; its log lines are written, and thrown away. */
async function startProduct(urls: LoginUrls, directory: string, children: ChildProcess[]): Promise<number> {
  const port = await freePort();
  const env = {
    NODE_ENV: 'production',
    PORT: String(port),
    PUBLIC_URL: 'https://exams.bench.example',
    DATA_DIR: directory,
    SECRET_KEY: randomBytes(32).toString('hex'),
    SMTP_URL: 'smtp://127.0.0.1:1',
    DATABASE_URL: urls.web,
    JOBS_DATABASE_URL: urls.jobs,
    VERIFIER_DATABASE_URL: urls.verifier,
    RATE_LIMIT_PER_MINUTE: '100000000',
    VERIFICATION_LIMIT_PER_MINUTE: '100000000',
  };
  const child = start('../src/main.js', env, children);
  while (child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return port;
    await wait(100);
  }
  throw new Error('The web process did not start; the lines above say why.');
}

function load(client: ChildProcess, options: SavingOptions): Promise<SavingResult> {
  client.send(options);
  return message<SavingResult>(client);
}

function start(file: string, env: Record<string, string>, children: ChildProcess[]): ChildProcess {
  const { PATH = '', TZ = '' } = process.env;
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = fork(path, { env: { PATH, TZ, ...env }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  children.push(child);
  return child;
}

/** The next message of a child. @throws Error when it ends without one */
async function message<T>(child: ChildProcess): Promise<T> {
  const answered = new AbortController();
  const { signal } = answered;
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`${child.spawnargs.at(-1) ?? 'a process'} ended with ${code}`);
  });
  try {
    const [said] = (await Promise.race([once(child, 'message', { signal }), ended])) as [T];
    return said;
  } finally {
    ended.catch(() => undefined);
    answered.abort();
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await new Promise((done) => child.once('exit', done));
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}

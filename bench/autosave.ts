import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureLoginUsers } from '../src/launcher/login-users.js';
import { startEmbeddedServer, type EmbeddedServer } from '../src/platform/database/embedded/embedded-server.js';
import { migrate } from '../src/platform/database/migrate.js';
import type { SavingOptions, SavingResult } from './autosave-load.js';
import type { BenchLine } from './bench-line.js';
import { end, message, start, startWeb } from './processes.js';
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
    const product = { port: await startWeb(urls, directory, children), people: people('product'), offered: null };
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

function load(client: ChildProcess, options: SavingOptions): Promise<SavingResult> {
  client.send(options);
  return message<SavingResult>(client);
}

import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureLoginUsers, type LoginUrls } from '../src/launcher/login-users.js';
import { startEmbeddedServer, type EmbeddedServer } from '../src/platform/database/embedded/embedded-server.js';
import { migrate } from '../src/platform/database/migrate.js';
import type { BenchLine } from './bench-line.js';
import { keptBy } from './kept-memory.js';
import { end, message, start, startWeb } from './processes.js';
import type { LoadOptions, LoadResult } from './load.js';
import { seedRegister } from './seed-register.js';
import { spreadOf } from './spread.js';

const ROUNDS = 7;
/** Of each round: short turns one after another, so that what the machine does otherwise falls on all alike. */
const TURNS_A_ROUND = 3;
const SECONDS_A_TURN = 1;
const WARM_UP_SECONDS = 3;
/** A page with its headers: more than that would mean that answers are kept whole. */
const KEPT = 4_800;
const SIZES = { large: 100_000, small: 1_000 };
const JSON_TYPE = 'application/json';
const PAGE_TYPE = 'text/html';

type Asked = 'bare' | 'json' | 'page' | 'small';
/** Asked, and not judged: the process of the small register does what that of the large one does. */
type AskedToo = 'smallPage';
/** `kept`: bytes that a page leaves in the old part of memory. */
type Measured = Record<Asked, LoadResult> & { kept: number };

/**
 * How fast the public register answers by number, against a bare server that reads the same row: the real web process
 * with its rate limits raised, its own login and a register of 100,000 credentials; and whether size slows it.
 */
export async function run(): Promise<BenchLine[]> {
  const directory = mkdtempSync(join(tmpdir(), 'goodstanding-bench-'));
  const children: ChildProcess[] = [];
  let server: EmbeddedServer | undefined;
  try {
    // With the settings of `npm start`: more memory than the register needs slows each read where it is not in huge pages.
    server = await startEmbeddedServer({ dir: join(directory, 'postgres'), durable: false });
    const large = await makeRegister(server, directory, 'large');
    const small = await makeRegister(server, directory, 'small');
    const bare = await startBare(server.url('large'), children);
    const product = await startWeb(large.urls, directory, children);
    const productSmall = await startWeb(small.urls, directory, children);
    const { numbers } = large;
    const ask = {
      bare: { port: bare, numbers, accept: JSON_TYPE },
      json: { port: product, numbers, accept: JSON_TYPE },
      page: { port: product, numbers, accept: PAGE_TYPE },
      small: { port: productSmall, numbers: small.numbers, accept: JSON_TYPE },
      smallPage: { port: productSmall, numbers: small.numbers, accept: PAGE_TYPE },
    };
    const client = start('./load.js', {}, children);
    for (const one of Object.values(ask)) await load(client, { ...one, seconds: WARM_UP_SECONDS });
    const rounds: Measured[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measure(client, ask));
    return linesOf(rounds);
  } finally {
    await Promise.all(children.map(end));
    await server?.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function measure(
  client: ChildProcess,
  ask: Record<Asked | AskedToo, Omit<LoadOptions, 'seconds'>>,
): Promise<Measured> {
  const turns: Measured[] = [];
  for (let turn = 0; turn < TURNS_A_ROUND; turn += 1) {
    const ofTurn = (which: Asked | AskedToo) => load(client, { ...ask[which], seconds: SECONDS_A_TURN });
    const bare = await ofTurn('bare');
    const sizes: Record<'json' | 'small', LoadResult[]> = { json: [], small: [] };
    // Held against each other, so one is not always asked later than the other.
    for (const which of ['json', 'small', 'small', 'json'] as const) sizes[which].push(await ofTurn(which));
    const { done: page, kept } = await keptBy(ask.page.port, () => ofTurn('page'));
    await ofTurn('smallPage');
    const [json, small] = [meanOf(sizes.json), meanOf(sizes.small)];
    turns.push({ bare, json, page, small, kept: kept / (page.perSecond * SECONDS_A_TURN) });
  }
  const of = (which: Asked) => meanOf(turns.map((turn) => turn[which]));
  const kept = Math.max(...turns.map((turn) => turn.kept)); // the others may have had a full collection
  return { bare: of('bare'), json: of('json'), page: of('page'), small: of('small'), kept };
}

function meanOf(results: readonly LoadResult[]): LoadResult {
  const mean = (figure: keyof LoadResult) => results.reduce((sum, result) => sum + result[figure], 0) / results.length;
  return { perSecond: mean('perSecond'), p99: mean('p99') };
}

function linesOf(rounds: Measured[]): BenchLine[] {
  const rate = (which: Asked) =>
    spreadOf(
      rounds.map((round) => round[which].perSecond),
      0,
    );
  const against = (of: Asked, to: Asked) => spreadOf(rounds.map((round) => round[of].perSecond / round[to].perSecond));
  const p99 = spreadOf(rounds.map(({ json, bare }) => json.p99 / bare.p99));
  const kept = spreadOf(
    rounds.map((round) => round.kept),
    0,
  );
  const line = (
    part: string,
    { median, between }: ReturnType<typeof spreadOf>,
    more: Pick<BenchLine, 'unit' | 'target' | 'ok'>,
  ): BenchLine => ({ name: 'verification', part, figure: median, spread: between, ...more });
  const atLeast = (part: string, figure: ReturnType<typeof spreadOf>, least: number, unit: string) =>
    line(part, figure, { unit, target: `at least ${least}`, ok: figure.median >= least });
  const told = { unit: 'requests/s', target: 'told, not judged', ok: true };
  return [
    atLeast('json', against('json', 'bare'), 0.9, 'of the bare server'),
    atLeast('page', against('page', 'bare'), 0.6, 'of the bare server'),
    line('p99', p99, { unit: 'times the bare server', target: 'at most 1.5', ok: p99.median <= 1.5 }),
    line('kept', kept, { unit: 'bytes a page', target: `at most ${KEPT}`, ok: kept.median <= KEPT }),
    atLeast('scale', against('json', 'small'), 0.9, 'of the rate with 1,000 credentials'),
    line('rate-bare', rate('bare'), told),
    line('rate-json', rate('json'), told),
    line('rate-page', rate('page'), told),
  ];
}

/** A database of the product (not a demonstration) with its three logins and as many credentials as the size says. */
async function makeRegister(
  server: EmbeddedServer,
  directory: string,
  size: keyof typeof SIZES,
): Promise<{ urls: LoginUrls; numbers: string }> {
  const ownerUrl = server.url(size);
  await migrate({ ownerUrl });
  const urls = await ensureLoginUsers(ownerUrl, { web: 'of-this-run', jobs: 'of-this-run', verifier: 'of-this-run' });
  const numbers = join(directory, `${size}.txt`);
  writeFileSync(numbers, (await seedRegister(ownerUrl, SIZES[size])).join('\n'));
  return { urls, numbers };
}

async function startBare(url: string, children: ChildProcess[]): Promise<number> {
  const child = start('./bare-server.js', { DATABASE_URL: url }, children);
  return (await message<{ port: number }>(child)).port;
}

function load(client: ChildProcess, options: LoadOptions): Promise<LoadResult> {
  client.send(options);
  return message<LoadResult>(client);
}

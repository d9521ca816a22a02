import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { randomSequence, shuffled, type RandomSequence } from '../modules/quizzes/domain/random.js';
import { ensureLoginUsers } from '../src/launcher/login-users.js';
import { clusterPaths } from '../src/platform/database/embedded/cluster.js';
import { startEmbeddedServer, type EmbeddedServer } from '../src/platform/database/embedded/embedded-server.js';
import { migrate } from '../src/platform/database/migrate.js';
import type { BenchLine } from './bench-line.js';
import { end, freePort, startWebProcess, untilReady, webSettings } from './processes.js';
import { Receipts, type Kept } from './receipts.js';
import { seedSittings } from './seed-sittings.js';
import { SimulatedTab } from './simulated-tab.js';

const PEOPLE = 200;
const ITEMS = 120;
const WEB_PROCESSES = 2;
/** Every fourth person has the exam open in two tabs. */
const PEOPLE_A_SECOND_TAB = 4;
const ROUNDS = 3;
const RESTART_MS = 500;
const PATIENCE_MS = 20_000;
const BETWEEN_MS = [1_500, 5_000] as const;
/** No more kills after this, and no waiting for receipts after that. */
const [LAST_KILL_MS, LAST_RECEIPT_MS] = [100_000, 45_000];

type Victim = 'web' | 'database' | 'connection';

/**
 * People sit exams while web processes, the database and single connections of it are killed (SIGKILL) at random, and are started
 * again. In the end every answer that somebody was told is saved is compared with the database.
 */
export async function run(): Promise<BenchLine[]> {
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`sittings-under-kills: SEED=${seed} repeats the order of kills and answers`);
  const random = randomSequence(seed);
  const directory = mkdtempSync(join(tmpdir(), 'goodstanding-kills-'));
  const house = await House.open(directory);
  const over = new AbortController();
  const tabs: SimulatedTab[] = [];
  try {
    const people = await seedSittings(house.ownerUrl, PEOPLE, ITEMS);
    await house.startWebs();
    const receipts = new Receipts();
    for (const person of [...people, ...people.filter((_, at) => at % PEOPLE_A_SECOND_TAB === 0)]) {
      const own = randomSequence(Math.floor(random() * 2 ** 31));
      tabs.push(new SimulatedTab(person, house.ports, receipts, own));
    }
    const sitting = tabs.map((tab) => tab.sit(over.signal));
    const kills = await house.killAtRandom(random);
    over.abort();
    await Promise.all(sitting);
    await receiptsOf(tabs);
    return linesOf({ kills, receipts, ...receipts.compare(await house.answers()), longest: longestOf(tabs) });
  } finally {
    over.abort();
    for (const tab of tabs) tab.close();
    await house.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The product's processes and its database, which can be killed and come back. */
class House {
  readonly ports: number[] = [];
  private readonly webs: ChildProcess[] = [];
  private closing = false;

  private constructor(
    private readonly directory: string,
    private server: EmbeddedServer,
  ) {}

  static async open(directory: string): Promise<House> {
    const server = await startEmbeddedServer({ dir: join(directory, 'postgres'), durable: true });
    const house = new House(directory, server);
    await migrate({ ownerUrl: house.ownerUrl });
    return house;
  }

  get ownerUrl(): string {
    return this.server.url('kills');
  }

  async startWebs(): Promise<void> {
    const logins = { web: 'of-this-run', jobs: 'of-this-run', verifier: 'of-this-run' };
    const urls = await ensureLoginUsers(this.ownerUrl, logins);
    for (let at = 0; at < WEB_PROCESSES; at++) {
      const port = await freePort();
      this.ports.push(port);
      this.keepWeb(at, webSettings(urls, this.directory, port));
    }
    await Promise.all(this.ports.map((port) => untilReady(port, () => true)));
  }

  /** As a supervisor does: started again soon after it ended. What it says when its database is away is thrown away. */
  private keepWeb(at: number, settings: Record<string, string>): void {
    const child = startWebProcess(settings, [], 'ignore');
    this.webs[at] = child;
    child.once('exit', () => setTimeout(() => this.closing || this.keepWeb(at, settings), RESTART_MS));
  }

  /**
   * Each victim once a round, in a random order. The next is killed a random while after people could save again, so that they are
   * at it; a second web process may still be starting then. @returns who was killed, in order
   */
  async killAtRandom(random: RandomSequence): Promise<Victim[]> {
    const began = performance.now();
    const [least, most] = BETWEEN_MS;
    const order = Array.from({ length: ROUNDS }, () =>
      shuffled<Victim>(['web', 'database', 'connection'], random),
    ).flat();
    const killed: Victim[] = [];
    for (const victim of order) {
      if (performance.now() - began > LAST_KILL_MS) break;
      await wait(least + random() * (most - least));
      await this.kill(victim, random);
      killed.push(victim);
      await this.oneAnswers();
    }
    await wait(most);
    return killed;
  }

  /** Until one web process answers; on a machine that is too busy for that, not for ever. */
  private async oneAnswers(): Promise<void> {
    const latest = performance.now() + PATIENCE_MS;
    let found = false;
    const isWaiting = () => !found && performance.now() < latest;
    await Promise.any(this.ports.map((port) => untilReady(port, isWaiting))).catch(() => undefined);
    found = true;
  }

  private async kill(victim: Victim, random: RandomSequence): Promise<void> {
    if (victim === 'web') {
      const { pid } = this.webs[Math.floor(random() * this.webs.length)] as ChildProcess;
      if (pid) kill(pid);
    } else if (victim === 'connection') {
      // PostgreSQL ends all its others too, and recovers: nobody knows what the dead one had written in their memory.
      await this.asOwner(async (owner) => {
        const { rows } = await owner.query<{ pid: number }>(
          `select pid from pg_stat_activity where application_name = 'goodstanding-web' order by backend_start`,
        );
        const one = rows[Math.floor(random() * rows.length)];
        if (one) kill(one.pid);
      });
    } else {
      const dir = join(this.directory, 'postgres');
      kill(Number(readFileSync(clusterPaths(dir).postmaster, 'utf8').split('\n')[0]));
      await this.server.stop();
      const settings = { port: String(this.server.port) };
      this.server = await startEmbeddedServer({ dir, durable: true, settings });
    }
  }

  /** What the database holds, by sitting and question. */
  async answers(): Promise<Map<string, Kept>> {
    return this.asOwner(async (owner) => {
      const { rows } = await owner.query<Kept & { key: string }>(
        `select sitting_id || ' ' || version_id as key, revision, answer->'chosen'->>0 as chosen from sitting_answer`,
      );
      return new Map(rows.map(({ key, ...kept }) => [key, kept]));
    });
  }

  /** On a new connection, once the database is there. */
  private async asOwner<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
    for (let tries = 0; ; tries++) {
      const owner = new pg.Client({ connectionString: this.ownerUrl });
      owner.on('error', () => undefined);
      try {
        await owner.connect();
        return await work(owner);
      } catch (error) {
        if (tries === 100) throw error;
        await wait(100);
      } finally {
        await owner.end().catch(() => undefined);
      }
    }
  }

  async close(): Promise<void> {
    this.closing = true;
    await Promise.all(this.webs.map(end));
    await this.server.stop();
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as { code?: string }).code !== 'ESRCH') throw error;
  }
}

/** Waits until nobody has an answer without a receipt. @throws Error when that takes too long */
async function receiptsOf(tabs: readonly SimulatedTab[]): Promise<void> {
  const deadline = performance.now() + LAST_RECEIPT_MS;
  const open = () => tabs.reduce((sum, tab) => sum + tab.waiting, 0);
  while (open() > 0) {
    if (performance.now() > deadline) throw new Error(`${open()} answers have no receipt after all is running again`);
    await wait(100);
  }
}

const longestOf = (tabs: readonly SimulatedTab[]) => Math.max(...tabs.map(({ longestWait }) => longestWait));

interface Told {
  kills: Victim[];
  receipts: Receipts;
  lost: number;
  overwritten: number;
  /** Milliseconds. */
  longest: number;
}

function linesOf({ kills, receipts, lost, overwritten, longest }: Told): BenchLine[] {
  console.log(`sittings-under-kills: killed ${kills.join(', ')}`);
  const name = 'sittings-under-kills';
  const told = { name, target: 'told, not judged', ok: true };
  const judged = { name, unit: 'answers', target: '0' };
  const tried = new Set(kills).size === 3 && receipts.acknowledged > PEOPLE;
  return [
    { ...judged, part: 'lost', figure: lost, ok: tried && lost === 0 },
    { ...judged, part: 'overwritten', figure: overwritten, ok: tried && overwritten === 0 },
    { ...told, part: 'acknowledged', figure: receipts.acknowledged, unit: 'answers' },
    { ...told, part: 'kills', figure: kills.length, unit: 'of web, database and its connections' },
    { ...told, part: 'longest-wait', figure: Number((longest / 1000).toFixed(1)), unit: 's for a receipt' },
  ];
}

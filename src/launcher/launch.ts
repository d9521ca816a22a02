import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectRoot } from '../config/project-root.js';
import { lockDirectory } from '../platform/database/embedded/directory-lock.js';
import { openDatabase, type DatabaseEnvironment, type Fill, type ReadyDatabase } from './database.js';
import { demonstrationFile } from './demonstration-sign-ins.js';
import { waitForFreePort } from './free-port.js';
import { nodeFlags } from './node-flags.js';
import { ensureSecrets } from './secrets.js';
import type { LauncherSettings } from './settings.js';
import { ended, startProgram, SupervisedProcess, type Program } from './supervised-process.js';

/** One command of `npm run cli` that fills a migrated database. It must be repeatable: it runs again after a cut-off start. */
export interface FillStep {
  arguments: string[];
  /** 'first' runs only while a demonstration is made, 'every' at each start. */
  when: 'every' | 'first';
}

/** What a start does to a migrated database, in this order. */
export const fillSteps: FillStep[] = [
  { arguments: ['seed:organizations'], when: 'first' },
  { arguments: ['content', 'load'], when: 'every' },
  { arguments: ['seed:demo'], when: 'first' },
];

/** The programs of the product; tests put small ones in their place. */
export interface Programs {
  web: string;
  worker: string;
  cli: string;
}

export const builtPrograms: Programs = {
  web: join(projectRoot, 'dist/src/main.js'),
  worker: join(projectRoot, 'dist/src/worker.js'),
  cli: join(projectRoot, 'dist/src/cli.js'),
};

export interface LaunchOptions {
  settings: LauncherSettings;
  programs?: Programs;
  steps?: FillStep[];
  /** Aborted when the start is to be given up half-way. */
  signal: AbortSignal;
  tell: (line: string) => void;
}

export interface Launched {
  address: string;
  isDemonstration: boolean;
  /** Drains the processes, then stops the database. A second call waits for the first. */
  stop(): Promise<void>;
}

const drainLimit = 15_000; // ms; with the database's stop this stays below the 25 s a service manager is told
const readyLimit = 120_000; // ms
const hopeless = 4; // crashes before it was ever ready

/** Where a running start tells `npm run cli` how to reach its database; readable by the operator alone. */
export function connectionFile(dataDir: string): string {
  return join(dataDir, 'connection.json');
}

/**
 * Starts the whole product: database, migration, content, demonstration on the first start, web process and worker; resolves when
 * the web process is ready.
 * @throws DirectoryInUse when another start has the same data directory; Error in words for whatever else is in the way
 */
export async function launch(options: LaunchOptions): Promise<Launched> {
  const { settings, programs = builtPrograms, tell, signal } = options;
  const lock = lockDirectory(settings.dataDir);
  const undo: (() => Promise<void> | void)[] = [() => lock.release()];
  const stop = async () => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    await waitForFreePort(settings.port, signal);
    const secrets = ensureSecrets(settings.dataDir);
    const database = await openDatabase(settings, secrets, fillBy(options, programs, secrets.key));
    undo.push(() => database.stop());
    signal.throwIfAborted();
    const env = programEnvironment(settings, secrets.key, database.env);
    undo.push(announceConnection(settings.dataDir, database));
    const supervised = (name: 'web' | 'worker') =>
      new SupervisedProcess({ name, file: programs[name], flags: nodeFlags(`start:${name}`) }, env, tell);
    const web = supervised('web');
    const worker = supervised('worker');
    undo.push(async () => void (await Promise.all([web.stop(drainLimit), worker.stop(drainLimit)])));
    web.start();
    worker.start();
    const address = `http://localhost:${settings.port}`;
    await untilReady(settings.port, web, signal);
    let stopping: Promise<void> | undefined;
    return { address, isDemonstration: database.isDemonstration, stop: () => (stopping ??= stop()) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The environment of a program of the product: the operator's, the addresses of the database, the secret key. */
export function programEnvironment(
  settings: LauncherSettings,
  key: string,
  database: DatabaseEnvironment,
): NodeJS.ProcessEnv {
  const { OWNER_DATABASE_URL: _owner, ...inherited } = process.env; // only what migrates may act as the owner
  return {
    LOG_LEVEL: 'warn',
    ...inherited,
    PORT: String(settings.port),
    DATA_DIR: settings.dataDir,
    SECRET_KEY: process.env.SECRET_KEY || key,
    ...(settings.outsideDatabase ? {} : { HOST: '127.0.0.1' }), // a demonstration is for this machine alone
    ...database,
  };
}

function fillBy({ settings, steps = fillSteps, signal, tell }: LaunchOptions, programs: Programs, key: string): Fill {
  return async (database, ownerUrl, { isNew }) => {
    if (isNew) rmSync(demonstrationFile(settings.dataDir), { force: true });
    // The seed plays years in seconds: what watches over days would raise an alarm at every leap of the clock.
    const quiet = { LOG_LEVEL: 'silent', OWNER_DATABASE_URL: ownerUrl };
    const env = { ...programEnvironment(settings, key, database), ...quiet };
    for (const step of steps) {
      if (step.when === 'first' && !isNew) continue;
      signal.throwIfAborted();
      tell(step.arguments.join(' '));
      await runToEnd({ name: step.arguments.join(' '), file: programs.cli, arguments: step.arguments }, env, signal);
    }
  };
}

async function runToEnd(program: Program, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  const child = startProgram(program, env);
  const giveUp = () => child.kill('SIGTERM');
  signal.addEventListener('abort', giveUp);
  const { code, signal: killedBy } = await ended(child);
  signal.removeEventListener('abort', giveUp);
  signal.throwIfAborted();
  if (code !== 0) throw new Error(`"${program.name}" ended with ${killedBy ?? code}; the lines above say why.`);
}

function announceConnection(dataDir: string, database: ReadyDatabase): () => void {
  const path = connectionFile(dataDir);
  rmSync(path, { force: true });
  writeFileSync(path, JSON.stringify({ ...database.env, OWNER_DATABASE_URL: database.ownerUrl }), { mode: 0o600 });
  return () => rmSync(path, { force: true });
}

async function untilReady(port: number, web: SupervisedProcess, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + readyLimit;
  while (performance.now() < deadline && web.crashes < hopeless) {
    signal.throwIfAborted();
    const attempt = AbortSignal.any([signal, AbortSignal.timeout(5_000)]); // another program may hold the port and never answer
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: attempt }).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await wait(100);
  }
  throw new Error('The web process does not become ready; the lines above say why.');
}

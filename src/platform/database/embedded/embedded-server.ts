import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findBinaries } from './binaries.js';
import { clusterPaths, ensureCluster, ownerName } from './cluster.js';
import { lockDirectory } from './directory-lock.js';
import { commandLineOf, isRunning } from './process-life.js';
import { chooseRunAs, commandFor, type RunAs } from './run-as.js';

export interface EmbeddedServerOptions {
  /** The server's own directory: data, log and the owner's password lie in it. */
  dir: string;
  /** False only for tests and benchmarks: a crash of the machine may then cost everything. */
  durable: boolean;
  /** PostgreSQL settings on top, for example { max_connections: '200' }; `port` where it is not to be a free one. */
  settings?: Record<string, string>;
  /** Ways to run as somebody else than root, for tests; all by default. */
  runAs?: RunAs['name'][];
}

export interface EmbeddedServer {
  port: number;
  /** The address of a database, as its owner unless another login is named. */
  url(database: string, login?: { name: string; password: string }): string;
  /** Stops the server in an orderly way; resolves once it is gone. A second call waits for the first. */
  stop(): Promise<void>;
}

const startLimit = 60_000; // ms; recovery after a crash of a large database takes its time
const logLimit = 10_000_000; // bytes, after which the log starts afresh

/**
 * Starts PostgreSQL from the npm package on a free port of the loopback, making its cluster on the first run. It ends
 * with this process, however that ends. What a crash left behind (lock files, a server without a parent) is cleared.
 * @throws DirectoryInUse when another process runs a server in `dir`; Error with the server's own words when it does not start
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const dir = resolve(options.dir);
  const lock = lockDirectory(dir);
  try {
    const runAs = chooseRunAs(findBinaries(import.meta.url), dir, options.runAs);
    await clearWhatACrashLeft(dir);
    const { password } = ensureCluster(dir, runAs, options.durable);
    const { guard, port } = await startServer(dir, runAs, serverSettings(options));
    let stopping: Promise<void> | undefined;
    return {
      port,
      url: (database, login = { name: ownerName, password }) =>
        `postgres://${login.name}:${encodeURIComponent(login.password)}@127.0.0.1:${port}/${database}`,
      stop: () => (stopping ??= stopGuard(guard).finally(() => lock.release())),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function serverSettings({ durable, settings = {} }: EmbeddedServerOptions): Record<string, string> {
  const careless = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    dynamic_shared_memory_type: 'mmap', // inside the directory, so that removing it leaves nothing in /dev/shm
  };
  return { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...(durable ? {} : careless), ...settings };
}

/** Ends a server whose parents were all killed, and removes the lock file when its number belongs to another program now. */
async function clearWhatACrashLeft(dir: string): Promise<void> {
  const { data, postmaster } = clusterPaths(dir);
  const deadline = performance.now() + startLimit;
  for (let tries = 0; existsSync(postmaster); tries++) {
    const pid = postmasterPid(postmaster);
    if (!pid || !isRunning(pid)) return; // PostgreSQL clears it itself, once it has seen that nobody uses its memory
    if (!commandLineOf(pid).includes(data)) return rmSync(postmaster, { force: true });
    if (performance.now() > deadline) throw new Error(`A PostgreSQL (process ${pid}) in ${dir} does not stop.`);
    if (tries === 20) process.kill(pid, 'SIGINT'); // its guard had a second for it
    await wait(50);
  }
}

async function startServer(dir: string, runAs: RunAs, settings: Record<string, string>) {
  const { log } = clusterPaths(dir);
  if (existsSync(log) && statSync(log).size > logLimit) truncateSync(log);
  const retried = /already exists|pre-existing shared memory|Address already in use|could not bind/;
  for (let tries = 0; ; tries++) {
    const logStart = existsSync(log) ? statSync(log).size : 0;
    const port = Number(settings['port'] ?? (await freePort()));
    const guard = spawnGuard(dir, runAs, { ...settings, port: String(port) });
    if (await isReady(guard, dir, port)) return { guard, port };
    const said = readFileSync(log, 'utf8').slice(logStart);
    // a killed server may linger for seconds as a zombie; a port may be taken between choosing and using it
    if (!retried.test(said) || tries === 40) throw new Error(`PostgreSQL did not start in ${dir}:\n${said}`);
    await wait(250);
  }
}

function spawnGuard(dir: string, runAs: RunAs, settings: Record<string, string>): ChildProcess {
  const { data, log } = clusterPaths(dir);
  mkdirSync(dir, { recursive: true });
  // beside this file, in the same language: specs run the source, Node strips its types
  const program = fileURLToPath(new URL(`./embedded-guard${import.meta.url.slice(-3)}`, import.meta.url));
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command, words] = commandFor(runAs, runAs.binaries.postgres, ['-D', data, ...flags]);
  const output = openSync(log, 'a', 0o600);
  try {
    // detached: a terminal's Ctrl-C must reach us and not the database, which has to outlive the draining
    const guard = spawn(process.execPath, [program, command, ...words], {
      stdio: ['pipe', output, output],
      detached: true,
      cwd: '/',
    });
    guard.unref();
    (guard.stdin as unknown as { unref(): void }).unref();
    return guard;
  } finally {
    closeSync(output);
  }
}

/** Waits until the server's lock file says ready on our port (as pg_ctl does); false when it ended before. */
async function isReady(guard: ChildProcess, dir: string, port: number): Promise<boolean> {
  const { postmaster } = clusterPaths(dir);
  const deadline = performance.now() + startLimit;
  while (guard.exitCode === null && guard.signalCode === null && performance.now() < deadline) {
    const lines = existsSync(postmaster) ? readFileSync(postmaster, 'utf8').split('\n') : [];
    // a killed server leaves its file behind, with the same port where one was asked for
    const isThisOne = lines[3] === String(port) && isRunning(Number(lines[0]));
    if (isThisOne && /^(ready|standby)/.test(lines[7] ?? '')) return true;
    await wait(10);
  }
  await stopGuard(guard);
  return false;
}

function stopGuard(guard: ChildProcess): Promise<void> {
  if (guard.exitCode !== null || guard.signalCode !== null) return Promise.resolve();
  guard.ref();
  return new Promise((done) => {
    guard.once('exit', () => done());
    guard.stdin?.end();
  });
}

function postmasterPid(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8').split('\n')[0]);
  } catch {
    return 0;
  }
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

import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { totalmem } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { LoginUrls } from '../src/launcher/login-users.js';
import { nodeFlags } from '../src/launcher/node-flags.js';

/** What the manual asks of operators (docs/operating.md): a quarter of the machine's memory. */
export const DATABASE_SETTINGS = { shared_buffers: `${Math.floor(totalmem() / 4 / 2 ** 20)}MB` };

/** The web process as an operator would run it; its log lines are written, and thrown away. */
export async function startWeb(urls: LoginUrls, directory: string, children: ChildProcess[]): Promise<number> {
  const port = await freePort();
  const child = startWebProcess(webSettings(urls, directory, port), children);
  await untilReady(port, () => child.exitCode === null);
  return port;
}

/** What the web process is told by its environment; its limits are raised, since all people come from one address here. */
export function webSettings(urls: LoginUrls, directory: string, port: number): Record<string, string> {
  return {
    NODE_ENV: 'production',
    PORT: String(port),
    PUBLIC_URL: 'https://goodstanding.bench.example',
    DATA_DIR: directory,
    SECRET_KEY: randomBytes(32).toString('hex'),
    SMTP_URL: 'smtp://127.0.0.1:1',
    DATABASE_URL: urls.web,
    JOBS_DATABASE_URL: urls.jobs,
    VERIFIER_DATABASE_URL: urls.verifier,
    RATE_LIMIT_PER_MINUTE: '100000000',
    VERIFICATION_LIMIT_PER_MINUTE: '100000000',
  };
}

/** Waits until a web process answers. @throws Error when it is no longer there */
export async function untilReady(port: number, isThere: () => boolean): Promise<void> {
  while (isThere()) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(5_000) }).catch(
      () => null,
    );
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await wait(100);
  }
  throw new Error('The web process did not start; the lines above say why.');
}

/** The web process with the memory that `npm run start:web` gives it. */
export function startWebProcess(
  settings: Record<string, string>,
  children: ChildProcess[],
  stderr: 'inherit' | 'ignore' = 'inherit',
): ChildProcess {
  return start('../src/main.js', settings, children, { stderr, flags: nodeFlags('start:web') });
}

/** Starts a built file, named from this folder, as a process that is ended with `children`. */
export function start(
  file: string,
  env: Record<string, string>,
  children: ChildProcess[],
  { stderr = 'inherit', flags = [] }: { stderr?: 'inherit' | 'ignore'; flags?: string[] } = {},
): ChildProcess {
  const { PATH = '', TZ = '' } = process.env;
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = fork(path, { env: { PATH, TZ, ...env }, execArgv: flags, stdio: ['ignore', 'ignore', stderr, 'ipc'] });
  children.push(child);
  return child;
}

/** The next message of a child. @throws Error when it ends without one */
export async function message<T>(child: ChildProcess): Promise<T> {
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

/** Asks a process to end, and waits until it has. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await new Promise((done) => child.once('exit', done));
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}

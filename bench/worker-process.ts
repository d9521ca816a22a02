import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LoginUrls } from '../src/launcher/login-users.js';
import { nodeFlags } from '../src/launcher/node-flags.js';

/** The product's own worker process, as an operator starts it. */
export function startWorker(urls: LoginUrls, directory: string): ChildProcess {
  const { PATH = '', TZ = '' } = process.env;
  const env = {
    PATH,
    TZ,
    DATABASE_URL: urls.web,
    JOBS_DATABASE_URL: urls.jobs,
    DATA_DIR: directory,
    LOG_LEVEL: 'info',
  };
  const program = fileURLToPath(new URL('../src/worker.js', import.meta.url));
  return fork(program, { env, execArgv: nodeFlags('start:worker'), stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
}

/** Until a worker says that it performs effects; what it says later is read and forgotten. @throws Error when it ends instead */
export function ready(worker: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    worker.stdout?.on('data', (said: Buffer) => {
      if (said.includes('effects are performed')) done();
    });
    worker.once('exit', (code) => fail(new Error(`a worker ended with ${code}; the lines above say why`)));
  });
}

/** The most memory that a process ever had resident. */
export function peakMegabytes(pid: number): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

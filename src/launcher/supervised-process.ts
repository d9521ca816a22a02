import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Program {
  /** How it is called in messages, for example "web". */
  name: string;
  file: string;
  /** What Node itself is told, before the file. */
  flags?: string[];
  arguments?: string[];
}

const firstDelay = 500; // ms
const longestDelay = 30_000; // ms
const steadyAfter = 60_000; // ms of life after which a crash counts as the first again
const preload = new URL(`./end-with-parent${import.meta.url.slice(-3)}`, import.meta.url).href;

/** Starts one of our programs so that it ends with us. Its own process group keeps a terminal's Ctrl-C from it: we tell it when. */
export function startProgram(program: Program, env: NodeJS.ProcessEnv): ChildProcess {
  const file = program.file.startsWith('file:') ? fileURLToPath(program.file) : program.file;
  return spawn(process.execPath, [...(program.flags ?? []), '--import', preload, file, ...(program.arguments ?? [])], {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
}

/** Resolves with how a process ended; at once when it has. */
export function ended(child: ChildProcess): Promise<{ code: number | null; signal: string | null }> {
  const now = () => ({ code: child.exitCode, signal: child.signalCode });
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(now());
  return new Promise((done) => {
    child.once('exit', (code, signal) => done({ code, signal }));
    child.once('error', () => done({ code: 1, signal: null }));
  });
}

/** Keeps one program running: a crash is told and followed by a new start, after a pause that doubles while it goes on crashing. */
export class SupervisedProcess {
  /** Crashes since it last ran steadily. */
  crashes = 0;
  private child: ChildProcess | undefined;
  private restart: NodeJS.Timeout | undefined;
  private isStopping = false;

  constructor(
    private readonly program: Program,
    private readonly env: NodeJS.ProcessEnv,
    private readonly tell: (line: string) => void,
  ) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  start(): void {
    const started = performance.now();
    const child = startProgram(this.program, this.env);
    this.child = child;
    void ended(child).then(({ code, signal }) => {
      if (this.isStopping) return;
      if (performance.now() - started > steadyAfter) this.crashes = 0;
      const delay = Math.min(firstDelay * 2 ** this.crashes, longestDelay);
      this.crashes++;
      this.tell(`${this.program.name} ended (${signal ?? `exit ${code}`}); starting it again in ${delay / 1000} s`);
      this.restart = setTimeout(() => this.start(), delay);
    });
  }

  /** Asks it to drain, ends it when it has not within `patience` ms. Safe to call twice. */
  async stop(patience: number): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.restart);
    const child = this.child;
    if (!child) return;
    child.kill('SIGTERM');
    const tooLong = setTimeout(() => {
      this.tell(`${this.program.name} does not drain: ending it`);
      child.kill('SIGKILL');
    }, patience);
    await ended(child);
    clearTimeout(tooLong);
  }
}

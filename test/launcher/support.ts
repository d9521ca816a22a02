import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { scratchCopy, scratchFolder } from '../support/scratch.js';

interface Answer {
  login: string;
  demonstration: boolean;
  pid: number;
  owner: string | null;
}

/** A start of the product in a process of its own, and what it has printed so far. */
export class Start {
  output = '';
  readonly process: ChildProcess;
  readonly exit: Promise<number | null>;

  constructor(
    readonly port: number,
    dataDir: string,
    { words = [], env = {} }: { words?: string[]; env?: Record<string, string> } = {},
  ) {
    const surroundings = { ...process.env, DATABASE_URL: '', PORT: String(port), DATA_DIR: dataDir, ...env };
    const preload = join(process.cwd(), 'dist/src/launcher/end-with-parent.js'); // a killed test run leaves nothing behind
    const program = join(process.cwd(), 'test/launcher/start.mjs');
    this.process = spawn(process.execPath, ['--import', preload, program, ...words], {
      env: surroundings,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.process.stdout?.on('data', (text: Buffer) => (this.output += text.toString()));
    this.process.stderr?.on('data', (text: Buffer) => (this.output += text.toString()));
    this.exit = new Promise((done) => this.process.on('close', (code) => done(code)));
  }

  async says(text: string | RegExp): Promise<void> {
    const found = () => (typeof text === 'string' ? this.output.includes(text) : text.test(this.output));
    while (!found()) {
      if (this.process.exitCode !== null) throw new Error(`ended without saying ${text}:\n${this.output}`);
      await wait(20);
    }
  }

  async ask(path = '/'): Promise<Answer> {
    return (await (await fetch(`http://127.0.0.1:${this.port}${path}`)).json()) as Answer;
  }
}

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}

interface Surroundings {
  words?: string[];
  env?: Record<string, string>;
  /** A free one unless given. */
  port?: number;
}

export interface Starts {
  start(surroundings?: Surroundings): Promise<Start>;
  /** A start that has become ready. */
  ready(surroundings?: Surroundings): Promise<Start>;
  /** The operator's commands that starts have run on the data directory, in order. */
  commands(): string[];
  /** The data directory of the test's starts. */
  dataDir(): string;
}

/**
 * Call at the top of a describe: a data directory for the starts of each test, which are ended after it. `afterFirst` gives each test
 * what one start of the product has left behind, instead of an empty directory.
 */
export function useStarts({ afterFirst = false } = {}): Starts {
  let made: string | undefined;
  let dataDir: string;
  const starts: Start[] = [];

  const start = async ({ port, ...options }: Surroundings = {}) => {
    const started = new Start(port ?? (await freePort()), dataDir, options);
    starts.push(started);
    return started;
  };
  const ready = async (surroundings?: Surroundings) => {
    const started = await start(surroundings);
    await started.says('Goodstanding is ready');
    return started;
  };
  const endAll = async () => {
    for (const { process, exit } of starts.splice(0)) {
      process.kill('SIGTERM');
      await exit;
    }
  };

  beforeAll(async () => {
    if (!afterFirst) return;
    dataDir = made = scratchFolder('start-made');
    await ready();
    await endAll();
  });

  beforeEach(() => {
    dataDir = made ? scratchCopy(made, 'start') : scratchFolder('start');
  });

  afterEach(async () => {
    await endAll();
    rmSync(dataDir, { recursive: true, force: true });
  });

  afterAll(() => {
    if (made) rmSync(made, { recursive: true, force: true });
  });

  return {
    start,
    ready,
    commands: () => readFileSync(join(dataDir, 'commands'), 'utf8').trim().split('\n'),
    dataDir: () => dataDir,
  };
}

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isRunning } from '../../src/platform/database/embedded/process-life.js';

interface Answer {
  login: string;
  demonstration: boolean;
  pid: number;
  owner: string | null;
}

/** A start of the product in a process of its own, and what it has printed so far. */
class Start {
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

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}

jest.setTimeout(180_000); // starts whole servers, on machines that may be busy

describe('npm start', () => {
  let dataDir: string;
  const starts: Start[] = [];

  const start = async (options?: ConstructorParameters<typeof Start>[2]) => {
    const started = new Start(await freePort(), dataDir, options);
    starts.push(started);
    return started;
  };
  const ready = async () => {
    const started = await start();
    await started.says('Goodstanding is ready');
    return started;
  };
  const commands = () => readFileSync(join(dataDir, 'commands'), 'utf8').trim().split('\n');

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'goodstanding-start-'));
  });

  afterEach(async () => {
    for (const { process, exit } of starts.splice(0)) {
      process.kill('SIGTERM');
      await exit;
    }
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('makes a demonstration on the first start, with logins that are not the owner, and says how to sign in', async () => {
    const first = await ready();
    await first.says(/trainee\s+ada@example\.org\s+invented-for-this/);
    const answer = await first.ask();
    expect(answer).toMatchObject({ login: 'goodstanding_web_login', demonstration: true, owner: null });
    expect(commands()).toEqual(['seed:organizations', 'content load', 'seed:demo']);
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('drains on a signal that comes twice, exits 0, and fills the demonstration once only', async () => {
    const first = await ready();
    first.process.kill('SIGTERM');
    first.process.kill('SIGTERM');
    expect(await first.exit).toBe(0);
    const second = await ready();
    expect((await second.ask()).demonstration).toBe(true);
    expect(commands()).toEqual(['seed:organizations', 'content load', 'seed:demo', 'content load']);
  });

  it('begins the demonstration again when its first filling was cut off', async () => {
    const broken = await start({ env: { BREAK_AT: 'seed:demo' } });
    expect(await broken.exit).toBe(1);
    expect(broken.output).toContain('"seed:demo" ended with 9');
    await ready();
    const filling = ['seed:organizations', 'content load', 'seed:demo'];
    expect(commands()).toEqual([...filling, ...filling]);
  });

  it('says plainly that the data directory is in use, and leaves the running copy alone', async () => {
    const first = await ready();
    const second = await start();
    expect(await second.exit).toBe(1);
    expect(second.output).toMatch(/is in use by process \d+\. That copy goes on running/);
    expect((await first.ask()).login).toBe('goodstanding_web_login');
  });

  it('starts a crashed process again', async () => {
    const first = await ready();
    const { pid } = await first.ask();
    await fetch(`http://127.0.0.1:${first.port}/crash`).catch(() => null);
    await first.says('web ended (exit 3); starting it again in 0.5 s');
    for (;;) {
      const answer = await first.ask().catch(() => null);
      if (answer && answer.pid !== pid) break;
      await wait(50);
    }
  });

  it('leaves nothing running when it is killed, and the next start works on the same port', async () => {
    const first = await ready();
    const { pid } = await first.ask();
    first.process.kill('SIGKILL');
    await first.exit.catch(() => null);
    const next = new Start(first.port, dataDir);
    starts.push(next);
    await next.says('Goodstanding is ready');
    expect(isRunning(pid)).toBe(false);
    expect((await next.ask()).demonstration).toBe(true);
  });

  it('gives up in words when another program takes the port and the web process never gets ready', async () => {
    const port = await freePort();
    const hopeless = new Start(port, dataDir);
    starts.push(hopeless);
    const blocker = createServer();
    await hopeless.says('content load'); // the port was free when it looked
    await new Promise<void>((done) => blocker.listen(port, '127.0.0.1', done));
    expect(await hopeless.exit).toBe(1);
    expect(hopeless.output).toContain('does not become ready');
    blocker.close();
  });

  it('never makes a demonstration of a database of the operator’s own', async () => {
    const database = `outside_${process.pid}`;
    const started = await start({
      env: {
        OWNER_DATABASE_URL: `${process.env.TEST_PG}/${database}`,
        DATABASE_URL: `${process.env.TEST_PG_WEB}/${database}`,
        HOST: '127.0.0.1',
      },
    });
    await started.says('Goodstanding is ready');
    expect(await started.ask()).toMatchObject({ login: 'goodstanding_web_login', demonstration: false, owner: null });
    expect(started.output).not.toContain('Sign in as');
    expect(commands()).toEqual(['content load']);
  });

  it('refuses a port that is no port', async () => {
    const mistyped = await start({ env: { PORT: '30oo' } });
    expect(await mistyped.exit).toBe(1);
    expect(mistyped.output).toContain('it is "30oo"');
  });

  it('runs an operator’s command on the database of a running start, and on one it starts itself', async () => {
    const before = await start({ words: ['check'] });
    expect(await before.exit).toBe(0); // before any start: without a database
    const first = await ready();
    const during = await start({ words: ['owner'] });
    expect([await during.exit, during.output.trim()]).toEqual([0, 'goodstanding_owner']);
    first.process.kill('SIGTERM');
    await first.exit;
    const after = await start({ words: ['owner'] });
    expect([await after.exit, after.output.trim()]).toEqual([0, 'goodstanding_owner']);
  });
});

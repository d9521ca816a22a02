import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { scratchCopy, scratchFolder } from '../../../../test/support/scratch.js';
import { DirectoryInUse } from './directory-lock.js';
import { startEmbeddedServer, type EmbeddedServer } from './embedded-server.js';
import { isRunning } from './process-life.js';

/** Another process that starts a server and then only lives, so that it can be killed. */
const parentProgram = `
  const { startEmbeddedServer } = await import(process.argv[1]);
  const server = await startEmbeddedServer({ dir: process.argv[2], durable: true });
  console.log(server.url('postgres'));
  setInterval(() => {}, 1000);`;

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

jest.setTimeout(60_000); // starts whole servers, on machines that may be busy

describe('the embedded PostgreSQL', () => {
  let made: string;
  let dir: string;
  const toStop: EmbeddedServer[] = [];
  const toKill: ChildProcess[] = [];

  const start = async (settings: Record<string, string> = {}) => {
    const server = await startEmbeddedServer({ dir, durable: true, settings });
    toStop.push(server);
    return server;
  };

  const startInAnotherProcess = async () => {
    const compiled = join(process.cwd(), 'dist/src/platform/database/embedded/embedded-server.js');
    const parent = spawn(process.execPath, ['--input-type=module', '-e', parentProgram, compiled, dir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    toKill.push(parent);
    const url = await new Promise<string>((done, fail) => {
      parent.stdout?.once('data', (text: Buffer) => done(text.toString().trim()));
      parent.once('exit', () => fail(new Error('the other process ended')));
    });
    return { parent, url, postmaster: Number(readFileSync(join(dir, 'data/postmaster.pid'), 'utf8').split('\n')[0]) };
  };

  const killed = (process: ChildProcess) =>
    new Promise<void>((done) => {
      process.once('exit', () => done());
      process.kill('SIGKILL');
    });

  // Making a cluster is most of a first start: one is made, and those tests that are not about it begin with a copy.
  beforeAll(async () => {
    made = scratchFolder('embedded-made');
    await (await startEmbeddedServer({ dir: made, durable: true })).stop();
  });

  afterAll(() => rmSync(made, { recursive: true, force: true }));

  beforeEach(() => {
    dir = scratchCopy(made, 'embedded');
  });

  afterEach(async () => {
    for (const process of toKill.splice(0)) process.kill('SIGKILL');
    for (const server of toStop.splice(0)) await server.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  it('makes its database on the first start, and keeps what was written when it is started again', async () => {
    rmSync(dir, { recursive: true });
    const first = await start();
    await query(first.url('postgres'), `create table kept as select 'München' as name`);
    await first.stop();
    await expect(query(first.url('postgres'), 'select 1')).rejects.toThrow(/ECONNREFUSED/);
    const second = await start();
    expect(await query(second.url('postgres'), 'select name from kept')).toEqual([{ name: 'München' }]);
  });

  it('is durable unless told otherwise', async () => {
    const server = await start();
    expect(await query(server.url('postgres'), 'show fsync')).toEqual([{ fsync: 'on' }]);
  });

  it('refuses a directory where another one runs, and says who has it', async () => {
    await start();
    await expect(start()).rejects.toThrow(DirectoryInUse);
    await expect(start()).rejects.toThrow(`in use by process ${process.pid}`);
  });

  it('asks for the password', async () => {
    const server = await start();
    const stranger = server.url('postgres', { name: 'goodstanding_owner', password: 'guessed' });
    await expect(query(stranger, 'select 1')).rejects.toThrow(/password authentication/);
  });

  it('ends with its parent when that is killed, and the next start has all that was committed', async () => {
    const { parent, url, postmaster } = await startInAnotherProcess();
    await query(url, 'create table committed as select 42 as answer');
    await killed(parent);
    const next = await start();
    expect(isRunning(postmaster)).toBe(false);
    expect(await query(next.url('postgres'), 'select answer from committed')).toEqual([{ answer: 42 }]);
  });

  it('comes back at the port it had when it was killed, and says so only once it is there', async () => {
    const first = await start();
    await query(first.url('postgres'), 'create table committed as select 42 as answer');
    process.kill(Number(readFileSync(join(dir, 'data/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    await first.stop();
    const next = await start({ port: String(first.port) });
    expect(next.port).toBe(first.port);
    expect(await query(next.url('postgres'), 'select answer from committed')).toEqual([{ answer: 42 }]);
  });

  it('recovers when parent, guard and server are all killed at once', async () => {
    const { parent, url, postmaster } = await startInAnotherProcess();
    await query(url, 'create table committed as select 42 as answer');
    const guard = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${postmaster}/status`, 'utf8'))?.[1]);
    process.kill(guard, 'SIGKILL');
    process.kill(postmaster, 'SIGKILL');
    await killed(parent);
    const next = await start();
    expect(await query(next.url('postgres'), 'select answer from committed')).toEqual([{ answer: 42 }]);
  });

  it('takes over from a server whose parent and guard were both killed', async () => {
    const { parent, url, postmaster } = await startInAnotherProcess();
    await query(url, 'create table committed as select 42 as answer');
    process.kill(Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${postmaster}/status`, 'utf8'))?.[1]), 'SIGKILL');
    await killed(parent);
    const next = await start();
    expect(isRunning(postmaster)).toBe(false);
    expect(await query(next.url('postgres'), 'select answer from committed')).toEqual([{ answer: 42 }]);
  });

  it('starts although the number in its lock file belongs to another program now', async () => {
    const { parent, postmaster } = await startInAnotherProcess();
    const lockFile = join(dir, 'data/postmaster.pid');
    const lock = readFileSync(lockFile, 'utf8');
    await killed(parent);
    while (isRunning(postmaster)) await new Promise((done) => setTimeout(done, 20));
    const bystander = spawn('sleep', ['60']);
    toKill.push(bystander);
    writeFileSync(lockFile, lock.replace(/^\d+/, String(bystander.pid)), { mode: 0o600 });
    const next = await start();
    expect(await query(next.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('does not touch data of another major version', async () => {
    await (await start()).stop();
    const versionFile = join(dir, 'data/PG_VERSION');
    writeFileSync(versionFile, '17\n');
    await expect(start()).rejects.toThrow('made by PostgreSQL 17, the installed one is 18');
    writeFileSync(versionFile, '18\n');
    await expect(start()).resolves.toBeDefined();
  });

  (process.getuid?.() === 0 ? it : it.skip)('runs below a folder closed to others, root being root', async () => {
    execFileSync('chmod', ['700', dir]);
    const inside = join(dir, 'inside');
    for (const way of ['unshare', 'setpriv with access'] as const) {
      const server = await startEmbeddedServer({ dir: inside, durable: false, runAs: [way] }).catch(
        (error: Error) => error,
      );
      // a container may forbid one of the ways; it then says so and nothing starts
      if (server instanceof Error) expect(server.message).toMatch(/does not run as root/);
      else await server.stop();
    }
  });
});

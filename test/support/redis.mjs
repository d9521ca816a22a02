// A redis-server of a test's own on a free port: an installed one, else installed by apt where that is possible.
import { spawn, spawnSync } from 'node:child_process';
import net from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { withLock } from '../../scripts/lib/with-lock.mjs';

const patience = 10_000; // ms

/**
 * Starts a redis-server that keeps nothing on disk.
 * @returns {Promise<{ url: string, forgetEverything(): Promise<void>, stop(): Promise<void> } | null>} null where none can be had
 */
export async function startRedis() {
  const program = await findRedis();
  if (!program) return null;
  const port = await freePort();
  const child = spawn(program, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
    stdio: 'ignore',
    cwd: '/',
  });
  const ended = new Promise((done) => child.once('exit', done));
  const deadline = Date.now() + patience;
  while ((await say(port, 'PING').catch(() => '')) !== '+PONG') {
    if (Date.now() > deadline || child.exitCode !== null) throw new Error('redis-server did not start');
    await wait(50);
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    async forgetEverything() {
      await say(port, 'FLUSHALL');
    },
    async stop() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function findRedis() {
  if (runs('redis-server')) return 'redis-server';
  if (process.getuid?.() !== 0 || !runs('apt-get')) return null;
  return withLock('redis', () => {
    if (runs('redis-server')) return 'redis-server';
    // RUNLEVEL=1: the package must not start a server of the machine's own
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
    spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'redis-server'], { env, stdio: 'ignore' });
    return runs('redis-server') ? 'redis-server' : null;
  });
}

function runs(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Sends one command and gives the first line of the answer. */
function say(port, command) {
  return new Promise((done, fail) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
    socket.once('data', (data) => {
      socket.end();
      done(String(data).split('\r\n')[0]);
    });
    socket.once('error', fail);
  });
}

function freePort() {
  return new Promise((done, fail) => {
    const probe = net.createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

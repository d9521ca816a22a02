import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { isRunning } from '../../src/platform/database/embedded/process-life.js';
import { freePort, useStarts } from './support.js';

jest.setTimeout(180_000); // starts whole servers, on machines that may be busy

describe('npm start where it was started before', () => {
  const { start, ready, commands } = useStarts({ afterFirst: true });

  it('drains on a signal that comes twice, exits 0, and fills the demonstration once only', async () => {
    const first = await ready();
    first.process.kill('SIGTERM');
    first.process.kill('SIGTERM');
    expect(await first.exit).toBe(0);
    const second = await ready();
    expect((await second.ask()).demonstration).toBe(true);
    const filling = ['seed:organizations', 'content load', 'seed:demo'];
    expect(commands()).toEqual([...filling, 'content load', 'content load']);
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
    const next = await ready({ port: first.port });
    expect(isRunning(pid)).toBe(false);
    expect((await next.ask()).demonstration).toBe(true);
  });

  it('gives up in words when another program takes the port and the web process never gets ready', async () => {
    const port = await freePort();
    const hopeless = await start({ port });
    const blocker = createServer();
    await hopeless.says('content load'); // the port was free when it looked
    await new Promise<void>((done) => blocker.listen(port, '127.0.0.1', done));
    expect(await hopeless.exit).toBe(1);
    expect(hopeless.output).toContain('does not become ready');
    blocker.close();
  });

  it('runs an operator’s command on the database of a running start, and on one it starts itself', async () => {
    const first = await ready();
    const during = await start({ words: ['owner'] });
    expect([await during.exit, during.output.trim()]).toEqual([0, 'goodstanding_owner']);
    first.process.kill('SIGTERM');
    await first.exit;
    const after = await start({ words: ['owner'] });
    expect([await after.exit, after.output.trim()]).toEqual([0, 'goodstanding_owner']);
  });
});

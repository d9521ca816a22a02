import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const patience = 15_000; // ms; the processes of a start that was killed drain this long

/**
 * Waits until nobody listens on the port.
 * @throws Error in words when somebody goes on doing so
 */
export async function waitForFreePort(port: number, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + patience;
  while (!(await isFree(port))) {
    signal.throwIfAborted();
    if (performance.now() > deadline) {
      throw new Error(`Port ${port} is in use by another program. Choose another one: PORT=${port + 1} npm start`);
    }
    await wait(200);
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)));
  });
}

// Asks servers for random credentials, in a process of its own, and tells its parent how each went. It stays for the whole
// benchmark: a client that is still being compiled would be measured instead of the server.
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';

export interface LoadOptions {
  port: number;
  /** A file with one credential number a line. */
  numbers: string;
  accept: string;
  seconds: number;
}

export interface LoadResult {
  perSecond: number;
  /** Milliseconds. */
  p99: number;
}

const CONNECTIONS = 32;
/** Numbers each connection goes through before it begins again. */
const EACH = 1_000;

const files = new Map<string, string[]>();

process.on('message', (options: LoadOptions) => {
  void answer(options);
});

async function answer(options: LoadOptions): Promise<void> {
  process.send?.(await load(options));
}

async function load({ port, numbers: file, accept, seconds }: LoadOptions): Promise<LoadResult> {
  const numbers = files.get(file) ?? readFileSync(file, 'utf8').trim().split('\n');
  files.set(file, numbers);
  const headers = { accept };
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: CONNECTIONS,
    duration: seconds,
    setupClient: (client) =>
      client.setRequests(
        Array.from({ length: EACH }, () => {
          const number = numbers[Math.floor(Math.random() * numbers.length)] ?? '';
          return { method: 'GET' as const, path: `/v/${number}`, headers };
        }),
      ),
  });
  const trouble = result.errors + result.timeouts + result.non2xx;
  if (trouble > 0)
    throw new Error(`${trouble} of ${result.requests.total} requests were not answered with a credential`);
  return { perSecond: result.requests.total / result.duration, p99: result.latency.p99 };
}

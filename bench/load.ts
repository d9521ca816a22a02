// Asks one server for random credentials for some seconds, in a process of its own, and tells its parent how that went.
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
const EACH = 3_000;

const { port, numbers: file, accept, seconds } = JSON.parse(process.argv[2] ?? '{}') as LoadOptions;
const numbers = readFileSync(file, 'utf8').trim().split('\n');
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
if (trouble > 0) throw new Error(`${trouble} of ${result.requests.total} requests were not answered with a credential`);
process.send?.({
  perSecond: result.requests.total / result.duration,
  p99: result.latency.p99,
} satisfies LoadResult);

import type { Config } from './config/config.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost', '[::1]']);

/**
 * A demonstration has known passwords and a clock that anybody may move, so it is for this machine alone: it listens on
 * loopback, beside its own database.
 * @throws Error in words when it would be reachable from elsewhere
 */
export function refuseOpenDemonstration({ HOST, DATABASE_URL }: Pick<Config, 'HOST' | 'DATABASE_URL'>): void {
  if (LOOPBACK.has(HOST) && LOOPBACK.has(new URL(DATABASE_URL).hostname)) return;
  throw new Error(
    'This database was made as a demonstration: its passwords are known and its clock can be moved. ' +
      'It starts only with HOST on loopback and a database on this machine.',
  );
}

import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { majorVersion } from './binaries.js';
import { commandFor, giveTo, type RunAs } from './run-as.js';

/** The name of the superuser every embedded cluster is made with; it owns what the migrations make. */
export const ownerName = 'goodstanding_owner';

/** What lies in an embedded server's directory. */
export function clusterPaths(directory: string) {
  const data = join(directory, 'data');
  return {
    data,
    password: join(directory, 'password'),
    log: join(directory, 'postgres.log'),
    version: join(data, 'PG_VERSION'),
    postmaster: join(data, 'postmaster.pid'),
  };
}

/**
 * Makes the database cluster in `directory` unless there is one, and gives its owner's password.
 * @throws when a cluster of another major version lies there: PostgreSQL would not open it
 */
export function ensureCluster(directory: string, runAs: RunAs, durable: boolean): { password: string } {
  const paths = clusterPaths(directory);
  if (!existsSync(paths.version)) makeCluster(directory, runAs, durable);
  const found = Number(readFileSync(paths.version, 'utf8'));
  const expected = majorVersion(runAs.binaries);
  if (found !== expected) {
    throw new Error(
      `${paths.data} was made by PostgreSQL ${found}, the installed one is ${expected}. ` +
        `Nothing was changed. Make a backup with the version that made it (npm run cli -- backup) and restore it with this one.`,
    );
  }
  giveTo(runAs, directory);
  return { password: readFileSync(paths.password, 'utf8').trim() };
}

function makeCluster(directory: string, runAs: RunAs, durable: boolean): void {
  const paths = clusterPaths(directory);
  const fresh = `${paths.data}.new`; // PG_VERSION is written early: made beside and renamed, a cut-off try leaves nothing
  rmSync(fresh, { recursive: true, force: true });
  writeFileSync(paths.password, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 });
  giveTo(runAs, directory);
  const settings = [
    '-D',
    fresh,
    '-U',
    ownerName,
    '--auth=scram-sha-256',
    `--pwfile=${paths.password}`,
    // ICU's root order for text: the package's default is the C library's, which sorts by byte
    '-E',
    'UTF8',
    '--locale-provider=icu',
    '--icu-locale=und',
    '--locale=C',
    '--data-checksums',
    ...(durable ? [] : ['--no-sync']),
  ];
  const made = spawnSync(...commandFor(runAs, runAs.binaries.initdb, settings), { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`The database could not be made in ${directory}:\n${made.stderr}`);
  renameSync(fresh, paths.data);
}

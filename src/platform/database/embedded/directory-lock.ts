import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf, isSameProcessRunning, type ProcessIdentity } from './process-life.js';

const lockFile = 'in-use-by';

/** Somebody else works in this directory right now. */
export class DirectoryInUse extends Error {
  constructor(
    readonly directory: string,
    readonly pid: number,
  ) {
    super(`${directory} is in use by process ${pid}.`);
    this.name = 'DirectoryInUse';
  }
}

/**
 * Claims a directory for this process until release() or the end of the process, however it ends: a claim whose
 * process is gone counts for nothing. (Two processes that find the same dead claim in the same instant could both
 * pass; PostgreSQL's own lock file then decides.)
 * @throws DirectoryInUse
 */
export function lockDirectory(directory: string): { release(): void } {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, lockFile);
  const mine = JSON.stringify(identityOf(process.pid));
  for (;;) {
    try {
      writeFileSync(path, mine, { flag: 'wx' });
      return { release: () => rmSync(path, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = holderOf(directory);
    if (holder) throw new DirectoryInUse(directory, holder.pid);
    rmSync(path, { force: true });
  }
}

/** The running process that holds the directory, or null. */
export function holderOf(directory: string): ProcessIdentity | null {
  try {
    const claim = JSON.parse(readFileSync(join(directory, lockFile), 'utf8')) as ProcessIdentity;
    return isSameProcessRunning(claim) ? claim : null;
  } catch {
    return null; // no claim, or one cut off by a crash while it was written
  }
}

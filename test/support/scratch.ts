import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A fresh folder for what a test starts, in memory where there is room: a database made there waits for no disk. The test removes
 * it; the run does so when the test cannot.
 */
export function scratchFolder(name: string): string {
  return mkdtempSync(join(process.env['TEST_SCRATCH'] ?? tmpdir(), `${name}-`));
}

/** A copy of `folder` as another scratch folder. By cp, which keeps modes and owners: PostgreSQL opens nothing that others may read. */
export function scratchCopy(folder: string, name: string): string {
  const copy = scratchFolder(name);
  execFileSync('cp', ['-Rp', `${folder}/.`, copy]);
  return copy;
}

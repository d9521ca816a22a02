// Checks and compiles src/, modules/, migrations/ and bench/ into dist/ with TypeScript 7 (docs/decisions/0002).
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lib/with-lock.mjs';

const output = 'dist'; // also holds what the compiler remembers, so that removing it forgets everything

/** Compiles what changed. Gives true when the types are right; the JavaScript is written either way. `quiet` leaves the errors untold. */
export function build({ quiet = false } = {}) {
  return withLock('build', () => {
    const started = performance.now();
    const { status } = spawnSync(process.execPath, ['node_modules/typescript-7/bin/tsc', '-p', 'tsconfig.build.json'], {
      stdio: quiet ? 'ignore' : 'inherit',
    });
    const removed = removeOrphans(output);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `build: ${seconds} s${removed ? `, ${removed} left-over files removed` : ''}${status === 0 ? '' : ', with type errors (npm run types)'}`,
    );
    return status === 0;
  });
}

/** Builds, or ends this process: for the commands that run what was built. */
export async function buildOrExit() {
  if (!(await build())) process.exit(1);
}

/** Removes compiled files whose source is gone, which the compiler leaves lying; gives how many. */
function removeOrphans(folder) {
  if (!fs.existsSync(folder)) return 0;
  let removed = 0;
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const compiled = path.join(entry.parentPath, entry.name);
    const source = path.relative(output, compiled).replace(/\.js(\.map)?$/, '.ts');
    if (!entry.isFile() || !source.endsWith('.ts') || fs.existsSync(source)) continue;
    fs.rmSync(compiled);
    removed++;
  }
  return removed;
}

if (process.argv[1] === import.meta.filename && !(await build())) process.exit(1);

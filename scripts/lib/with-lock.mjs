import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Runs `work` while no other process of this checkout runs it under the same name; a dead holder's lock counts for nothing. */
export async function withLock(name, work) {
  const file = path.resolve('.cache', `${name}.lock`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  while (!claim(file)) await wait(100);
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

function claim(file) {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (!holderRuns(file)) fs.rmSync(file, { force: true });
  return false;
}

function holderRuns(file) {
  try {
    const pid = Number(fs.readFileSync(file, 'utf8'));
    return pid === 0 || process.kill(pid, 0); // 0: just made, its holder is about to write
  } catch (error) {
    return error.code === 'EPERM';
  }
}

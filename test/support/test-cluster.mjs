// Where a test run keeps its database server and its tests' own: a directory for each run, so that several do not meet.
import fs from 'node:fs';
import path from 'node:path';

const prefix = 'goodstanding-test-';
const memoryFolder = '/dev/shm'; // making a database takes 20 ms there, 60 to 450 ms on a disk
const memoryNeeded = 2e9; // bytes; a container's default is 64 MB

/** The directory of this run (everything in it goes with it), its server's, and where tests put what they start. */
export function runDirectories() {
  const folder = hasRoom() ? memoryFolder : path.resolve('.cache');
  const run = path.join(folder, `${prefix}${process.pid}`);
  return { run, cluster: path.join(run, 'cluster'), scratch: path.join(run, 'scratch') };
}

/** Removes the directories of runs that were killed before they could do it themselves. */
export function removeLeftovers() {
  for (const folder of [memoryFolder, path.resolve('.cache')]) {
    if (!fs.existsSync(folder)) continue;
    for (const name of fs.readdirSync(folder)) {
      if (!name.startsWith(prefix) || isRunning(Number(name.slice(prefix.length)))) continue;
      fs.rmSync(path.join(folder, name), { recursive: true, force: true });
    }
  }
}

function hasRoom() {
  try {
    const { bavail, bsize } = fs.statfsSync(memoryFolder);
    return bavail * bsize > memoryNeeded;
  } catch {
    return false; // not Linux
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { binariesIn, type Binaries } from './binaries.js';

/** How to start PostgreSQL's programs: they refuse to run as root. */
export interface RunAs {
  name: 'itself' | 'unshare' | 'setpriv with access' | 'setpriv' | 'setpriv with copied programs';
  /** Words to put before a command. */
  prefix: string[];
  /** Who must own the data, as seen from outside; null when it is the user we are. */
  owner: number | null;
  binaries: Binaries;
}

/**
 * Chooses how to run the programs on `directory`; tries each way for real and takes the first that works:
 * as the user we are; in a user namespace where root appears as somebody else (files stay root's, works below a
 * folder closed to others); as another user who keeps root's right to pass closed folders (containers refuse the
 * first but mostly grant this); as another user; and the same with the programs copied to where that user can read them.
 */
export function chooseRunAs(binaries: Binaries, directory: string, allowed?: RunAs['name'][]): RunAs {
  if (process.getuid?.() !== 0) return { name: 'itself', prefix: [], owner: null, binaries };
  const ways = waysForRoot(binaries).filter((way) => !allowed || allowed.includes(way.name));
  for (const way of ways) {
    const runAs = { ...way, binaries: way.name === 'setpriv with copied programs' ? copyPrograms(binaries) : binaries };
    if (canRun(runAs, directory)) return runAs;
  }
  throw new Error(
    `PostgreSQL does not run as root, and no other user can reach ${directory}. ` +
      'Start as an ordinary user, or choose a folder that others may pass, for example DATA_DIR=/var/lib/goodstanding.',
  );
}

/** A program's command line, to be run as that user. */
export function commandFor(runAs: RunAs, program: string, programArguments: string[]): [string, string[]] {
  const [command, ...words] = [...runAs.prefix, program];
  return [command, [...words, ...programArguments]];
}

/** Gives `directory` and all in it to the user that PostgreSQL will run as, when it belongs to another. */
export function giveTo(runAs: RunAs, directory: string): void {
  const owner = runAs.owner ?? process.getuid?.();
  if (owner === undefined || !existsSync(directory)) return;
  const give = (path: string) => {
    const entry = lstatSync(path);
    if (entry.uid !== owner && !entry.isSymbolicLink()) chownSync(path, owner, owner);
    if (entry.isDirectory()) for (const name of readdirSync(path)) give(join(path, name));
  };
  give(directory);
}

function waysForRoot(binaries: Binaries): RunAs[] {
  const id = ordinaryUser();
  const otherUser = ['setpriv', `--reuid=${id}`, `--regid=${id}`, '--clear-groups'];
  const keepAccess = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  const setpriv = { prefix: [...otherUser, '--'], owner: id, binaries };
  return [
    {
      name: 'unshare',
      prefix: ['unshare', '-U', `--map-user=${id}`, `--map-group=${id}`, '--'],
      owner: null,
      binaries,
    },
    { ...setpriv, name: 'setpriv with access', prefix: [...otherUser, ...keepAccess, '--'] },
    { ...setpriv, name: 'setpriv' },
    { ...setpriv, name: 'setpriv with copied programs' },
  ];
}

/** A user other than root that has a line in /etc/passwd (initdb looks its name up): nobody where it exists. */
function ordinaryUser(): number {
  const ids = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => Number(line.split(':')[2]))
    .filter((id) => id > 0);
  const nobody = 65534;
  return ids.includes(nobody) ? nobody : (ids[0] ?? nobody);
}

/** Runs the server's program and writes into the directory, the way it would be done. */
function canRun(runAs: RunAs, directory: string): boolean {
  if (runAs.owner !== null) chownSync(directory, runAs.owner, runAs.owner);
  else chownSync(directory, 0, 0);
  const script = '"$0" --version && touch "$1/.reached" && rm "$1/.reached"';
  const probe = spawnSync(...commandFor(runAs, 'sh', ['-c', script, runAs.binaries.postgres, directory]));
  return probe.status === 0;
}

/** A copy of the programs (60 MB) where every user can read them; made once for each version of the package. */
function copyPrograms(binaries: Binaries): Binaries {
  const { version } = JSON.parse(readFileSync(join(dirname(binaries.home), 'package.json'), 'utf8')) as {
    version: string;
  };
  const home = join(tmpdir(), `goodstanding-postgres-${version}-${process.getuid?.()}`);
  const isOurs = existsSync(home) && lstatSync(home).uid === process.getuid?.();
  if (!isOurs) {
    const fresh = join(tmpdir(), `.${basename(home)}-${process.pid}`);
    cpSync(binaries.home, fresh, { recursive: true, verbatimSymlinks: true });
    chmodSync(fresh, 0o755);
    renameSync(fresh, home);
  }
  return binariesIn(home);
}

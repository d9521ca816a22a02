// The entry of `npm run cli`: finds the database of this copy and runs one operator's command on it.
import { existsSync, readFileSync } from 'node:fs';
import { holderOf, lockDirectory } from '../platform/database/embedded/directory-lock.js';
import { reopenEmbeddedDatabase, type DatabaseEnvironment } from './database.js';
import { builtPrograms, connectionFile, programEnvironment } from './launch.js';
import { ensureSecrets } from './secrets.js';
import { readLauncherSettings } from './settings.js';
import { ended, startProgram } from './supervised-process.js';

type Connection = DatabaseEnvironment & { OWNER_DATABASE_URL: string };

/**
 * Runs the command and gives its exit code. Its database is DATABASE_URL, or that of a start running on the data directory, or
 * the embedded server started for the command's length; none before the first start (checking content needs none).
 */
export async function runCommand(commandArguments: string[], programs = builtPrograms): Promise<number> {
  const settings = readLauncherSettings(process.env);
  const run = async (env: NodeJS.ProcessEnv) => {
    const child = startProgram({ name: 'cli', file: programs.cli, arguments: commandArguments }, env);
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => child.kill(signal));
    return (await ended(child)).code ?? 1;
  };
  if (settings.outsideDatabase) return run({ ...process.env });
  const { dataDir } = settings;
  const { key } = ensureSecrets(dataDir);
  const runOn = (connection: Connection) =>
    run({ ...programEnvironment(settings, key, connection), OWNER_DATABASE_URL: connection.OWNER_DATABASE_URL });
  const running = connectionOfRunningStart(dataDir);
  return running ? runOn(running) : runOnOwnServer(dataDir, runOn, () => run({ ...process.env, DATA_DIR: dataDir }));
}

function connectionOfRunningStart(dataDir: string): Connection | null {
  const path = connectionFile(dataDir);
  if (!holderOf(dataDir) || !existsSync(path)) return null;
  return JSON.parse(readFileSync(path, 'utf8')) as Connection;
}

async function runOnOwnServer(
  dataDir: string,
  runOn: (connection: Connection) => Promise<number>,
  runWithout: () => Promise<number>,
): Promise<number> {
  const lock = lockDirectory(dataDir);
  try {
    const database = await reopenEmbeddedDatabase(dataDir, ensureSecrets(dataDir));
    if (!database) return await runWithout();
    try {
      return await runOn({ ...database.env, OWNER_DATABASE_URL: database.ownerUrl });
    } finally {
      await database.stop();
    }
  } finally {
    lock.release();
  }
}

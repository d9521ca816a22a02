// The entry of `npm start`: starts the product and stays its supervisor until a signal.
import { DirectoryInUse } from '../platform/database/embedded/directory-lock.js';
import { describeSignIns } from './demonstration-sign-ins.js';
import { builtPrograms, launch, type Launched } from './launch.js';
import { readLauncherSettings } from './settings.js';

const hardLimit = 25_000; // ms after the first signal

export async function main(programs = builtPrograms): Promise<void> {
  const abort = new AbortController();
  let launched: Launched | undefined;
  const stop = async () => {
    setTimeout(() => process.exit(1), hardLimit).unref();
    abort.abort();
    await launched?.stop();
    if (launched) process.exit(0);
  };
  // `on`, not `once`: npm passes on the signal that the process group got already, and a second one must not cut the draining
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void (stopping ??= stop()));
  try {
    const settings = readLauncherSettings(process.env);
    const starting = await launch({
      settings,
      programs,
      signal: abort.signal,
      tell: (line) => console.log(`· ${line}`),
    });
    launched = starting;
    if (abort.signal.aborted) await starting.stop().then(() => process.exit(0));
    console.log(`\nGoodstanding is ready at ${starting.address}`);
    if (starting.isDemonstration) tellDemonstration(settings.dataDir);
  } catch (error) {
    if (abort.signal.aborted) process.exit(0);
    console.error(`\nGoodstanding did not start. ${explain(error)}`);
    process.exit(1);
  }
}

function tellDemonstration(dataDir: string): void {
  console.log('A demonstration with invented people; letters are at /dev/mail. Sign in as:');
  for (const line of describeSignIns(dataDir)) console.log(`  ${line}`);
  console.log('Ctrl-C stops it; everything is kept for the next start.');
}

function explain(error: unknown): string {
  if (error instanceof DirectoryInUse) {
    return `${error.message} That copy goes on running; give this one a DATA_DIR (and PORT) of its own.`;
  }
  return error instanceof Error ? error.message : String(error);
}

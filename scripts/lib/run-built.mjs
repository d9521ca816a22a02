import { spawn } from 'node:child_process';

/** Runs a built program with this process's arguments and terminal; ends this process as that one ends. */
export function runBuilt(file, programArguments = process.argv.slice(2)) {
  const child = spawn(process.execPath, [file, ...programArguments], { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}

// A process of its own, between us and PostgreSQL: it stops the server when its standard input closes, which the
// system does for us when the process that started it ends, however it ends (SIGKILL too).
// usage: embedded-guard COMMAND ARGUMENTS…   (must stay free of imports of ours: specs run it straight from source)
import { spawn } from 'node:child_process';

const patience = 20_000; // ms for an orderly stop before the hard one, which costs a recovery at the next start

const [command, ...commandArguments] = process.argv.slice(2);
if (!command) throw new Error('embedded-guard needs a command');
const server = spawn(command, commandArguments, { stdio: ['ignore', 'inherit', 'inherit'] });

let isStopping = false;
function stop(): void {
  if (isStopping) return;
  isStopping = true;
  server.kill('SIGINT'); // PostgreSQL's fast shutdown: open transactions are rolled back, the rest is written
  setTimeout(() => server.kill('SIGQUIT'), patience).unref();
}

process.stdin.resume();
process.stdin.on('end', stop);
process.stdin.on('error', stop);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
server.on('error', () => process.exit(1));
server.on('exit', (code) => process.exit(code ?? 1));

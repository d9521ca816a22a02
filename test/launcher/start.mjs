// Runs the built launcher with the small programs beside this file in place of the product's.
import path from 'node:path';
import { main } from '../../dist/src/launcher/main.js';
import { runCommand } from '../../dist/src/launcher/command.js';

const program = (name) => path.join(import.meta.dirname, 'programs', name);
const programs = { web: program('web.mjs'), worker: program('worker.mjs'), cli: program('cli.mjs') };
const command = process.argv.slice(2);
if (command.length > 0) process.exit(await runCommand(command, programs));
await main(programs);

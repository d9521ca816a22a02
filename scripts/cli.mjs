// npm run cli -- COMMAND: builds, then runs one operator's command on this copy's database (src/launcher/command.ts).
import { buildOrExit } from './build.mjs';

await buildOrExit();
const { runCommand } = await import('../dist/src/launcher/command.js');
try {
  process.exit(await runCommand(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

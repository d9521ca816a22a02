// The entry of `npm run demo`: plays one person's whole way by HTTP alone and tells each step with its outcome.
import { randomBytes } from 'node:crypto';
import { openTheatre, type Theatre } from './theatre.js';
import { play } from './play.js';

async function main(): Promise<void> {
  const started = performance.now();
  let theatre: Theatre | undefined;
  try {
    theatre = await openTheatre((line) => process.stdout.write(`· ${line}\n`));
    process.stdout.write(`SPECIMEN, NOT A CREDENTIAL. A demonstration with invented people, at ${theatre.address}\n\n`);
    const trainee = {
      legalName: 'Maribel Ortega Lund',
      email: `maribel.${randomBytes(3).toString('hex')}@people.example`,
    };
    const made = await play(theatre, trainee, (title, outcome) => process.stdout.write(`✓ ${title}: ${outcome}\n`));
    await theatre.close();
    const seconds = Math.round((performance.now() - started) / 1000);
    process.stdout.write(`\nThe whole way in ${seconds} s. The letters: ${theatre.files}/letters\n`);
    process.stdout.write(`${made.certificate}\n`);
  } catch (error) {
    process.stderr.write(`✗ ${error instanceof Error ? error.message : String(error)}\n`);
    await theatre?.close();
    process.exit(1);
  }
}

await main();

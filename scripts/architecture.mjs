// Checks who imports whom (.dependency-cruiser.cjs) in the folder it is run in. With --json it prints what it found for a program.
import { createRequire } from 'node:module';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const rules = path.resolve(import.meta.dirname, '../.dependency-cruiser.cjs');
const { forbidden, options } = createRequire(import.meta.url)(rules);

const { output } = await cruise(
  ['src', 'modules', 'migrations'],
  { ...options, ruleSet: { forbidden }, validate: true },
  undefined,
  { tsConfig: extractTSConfig('tsconfig.json') },
);
const { violations, totalCruised, totalDependenciesCruised } = output.summary;

if (process.argv.includes('--json')) {
  console.log(
    JSON.stringify({
      totalCruised,
      violations: violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    }),
  );
} else {
  for (const { rule, from, to, comment } of violations) {
    const why = forbidden.find(({ name }) => name === rule.name)?.comment ?? comment;
    console.log(`${from} → ${to}\n    ${rule.name}: ${why}`);
  }
  console.log(
    `${totalCruised} files and packages, ${totalDependenciesCruised} imports, ${violations.length} against the rules`,
  );
}
// a compiler it cannot work with makes it cruise nothing, and be content with it
if (totalCruised === 0) console.log('Nothing was looked at: the check itself is broken.');
if (violations.length > 0 || totalCruised === 0) process.exitCode = 1;

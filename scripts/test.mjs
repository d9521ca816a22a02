// npm test: the whole gate in order, each step with its time, and one last line that counts. A step with trouble does not keep the
// later ones from telling theirs. With arguments (npm test -- modules/practice) only the specs they name are run.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const jestResults = path.resolve(`.cache/jest-results-${process.pid}.json`);
const specs = process.argv.slice(2);

const node = (name, file, ...words) => ({ name, command: [process.execPath, file, ...words] });
const steps = [
  node(
    'format',
    'node_modules/prettier/bin/prettier.cjs',
    '--check',
    '--log-level=warn',
    '--cache',
    '--cache-location=.cache/prettier',
    '.',
  ),
  node('lint', 'node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'),
  node('types', 'node_modules/typescript-7/bin/tsc', '-p', 'tsconfig.json'),
  node('architecture', 'scripts/architecture.mjs'),
  node('unused code', 'node_modules/knip/bin/knip.js', '--no-progress'),
  node('build', 'scripts/build.mjs'),
];

const counted = { passed: 0, failed: 0 };
if (specs.length === 0) {
  for (const step of steps) counted[run(step) ? 'passed' : 'failed']++;
}
countJest(runJest());
console.log(`${counted.passed} passed, ${counted.failed} failed`);
process.exitCode = counted.failed === 0 ? 0 : 1;

/** Runs one step with its output shown; gives whether it was content. */
function run({ name, command }) {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const { status } = spawnSync(command[0], command.slice(1), { stdio: 'inherit' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`── ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  return status === 0;
}

function runJest() {
  const unattended = process.env.CI ? ['--forceExit'] : []; // a handle left open must not hold a machine for ever
  const words = ['--ci', '--json', `--outputFile=${jestResults}`, ...unattended, ...specs];
  return run(node('tests', 'node_modules/jest/bin/jest.js', ...words));
}

/** Adds jest's tests: read from its report, since a suite that cannot even be loaded has no tests that could be seen to fail. */
function countJest(isContent) {
  if (!fs.existsSync(jestResults)) return void counted.failed++;
  const report = JSON.parse(fs.readFileSync(jestResults, 'utf8'));
  fs.rmSync(jestResults);
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  counted.passed += report.numPassedTests;
  counted.failed += failed > 0 || isContent ? failed : 1;
  tellLeftOut(report);
}

function tellLeftOut(report) {
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const leftOut = tests.filter(({ status }) => status === 'pending' || status === 'todo');
  if (leftOut.length === 0) return;
  console.log(
    `\nLeft out on this machine (${leftOut.length}); browser tests need a Chromium, which CHROMIUM may name:`,
  );
  for (const { fullName } of leftOut) console.log(`  ${fullName}`);
  console.log('');
}

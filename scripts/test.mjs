// npm test: the whole gate, each step with its time, and one last line that counts: first the checks, as many at once as there are
// cores, then the tests. A step with trouble does not keep the others from telling theirs. With arguments
// (npm test -- modules/practice) only the specs they name are run.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const jestResults = path.resolve(`.cache/jest-results-${process.pid}.json`);
const specs = process.argv.slice(2);

const node = (name, file, ...words) => ({ name, command: [process.execPath, file, ...words] });
/** Longest first. None reads what another writes. Each on one thread where it can be told so: several take more of the processor. */
const checks = [
  node(
    'format',
    'node_modules/prettier/bin/prettier.cjs',
    '--check',
    '--log-level=warn',
    '--cache',
    '--cache-location=.cache/prettier',
    '.',
  ),
  node('architecture', 'scripts/architecture.mjs'),
  node('lint', 'node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'),
  node('types', 'node_modules/typescript-7/bin/tsc', '-p', 'tsconfig.json', '--singleThreaded'),
  node('unused code', 'node_modules/knip/bin/knip.js', '--no-progress'),
  node('build', 'scripts/build.mjs'),
];

const counted = { passed: 0, failed: 0 };
if (specs.length === 0) {
  await runChecks();
  process.env.BUILT = 'yes'; // test/support/global-setup.mjs need not do it again
}
countJest(await runJest());
console.log(`${counted.passed} passed, ${counted.failed} failed`);
process.exitCode = counted.failed === 0 ? 0 : 1;

async function runChecks() {
  const waiting = [...checks];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      counted[(await run(check, { later: true })) ? 'passed' : 'failed']++;
    }
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, worker));
}

/** Runs one step with its output shown, as it comes or in one piece at the end (`later`); gives whether it was content. */
async function run({ name, command }, { later = false } = {}) {
  if (!later) console.log(`\n── ${name}`);
  const started = performance.now();
  const child = spawn(command[0], command.slice(1), { stdio: later ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
  let said = later ? `\n── ${name}\n` : '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (said += text));
  const status = await new Promise((done) => child.once('close', done));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${said}── ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
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

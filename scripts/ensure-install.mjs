// Installs what package-lock.json asks for unless that was done already. Plain Node without packages: it runs before there are any.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';

const stamp = 'node_modules/.installed';
const wanted = createHash('sha256').update(fs.readFileSync('package-lock.json')).digest('hex');

function npm(npmArguments, stdio) {
  return spawnSync('npm', [...npmArguments, '--no-audit', '--no-fund', '--loglevel=error'], { stdio }).status === 0;
}

if (!fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== wanted) {
  console.log('Installing packages; this takes about half a minute the first time.');
  // `npm ci` starts from an empty folder, so it is for the first time only. A lock file written where a registry lacks other
  // platforms' optional packages makes it refuse ("Missing: … from lock file"); an install that leaves the lock file alone
  // gives the same versions.
  const installed = !fs.existsSync('node_modules') && npm(['ci'], 'ignore');
  if (!installed && !npm(['install', '--no-save'], 'inherit')) process.exit(1);
  fs.writeFileSync(stamp, wanted);
}

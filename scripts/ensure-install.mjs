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
  // A lock file written where a registry lacks other platforms' optional packages makes `npm ci` refuse
  // ("Missing: … from lock file"); an install that leaves the lock file alone gives the same versions.
  if (!npm(['ci'], 'ignore') && !npm(['install', '--no-save'], 'inherit')) process.exit(1);
  fs.writeFileSync(stamp, wanted);
}

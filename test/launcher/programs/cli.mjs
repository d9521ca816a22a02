// Stands for the operator's commands: writes down that it was called, and with `seed:demo` makes the sign-ins.
import fs from 'node:fs';
import path from 'node:path';

const command = process.argv.slice(2).join(' ');
fs.appendFileSync(path.join(process.env.DATA_DIR, 'commands'), `${command}\n`);
if (command === 'seed:demo') {
  const signIns = [{ role: 'trainee', name: 'Ada Example', email: 'ada@example.org', password: 'invented-for-this' }];
  fs.writeFileSync(path.join(process.env.DATA_DIR, 'demonstration.json'), JSON.stringify({ signIns }));
}
if (command === 'owner') console.log(new URL(process.env.OWNER_DATABASE_URL).username);
if (process.env.BREAK_AT === command) process.exit(9);

import { resolve } from 'node:path';
import { restoreBackup } from './backup/restore-backup.js';
import { takeBackup } from './backup/take-backup.js';
import type { Command } from './command.js';

const NEEDS_OWNER = 'Set OWNER_DATABASE_URL to a login that owns the database. The running product never uses it.';

export const backup: Command = {
  name: 'backup',
  description: 'write all data and stored files as of this moment into FILE (needs OWNER_DATABASE_URL)',
  usage: '<file>',
  async run({ config, print }, [file = '']) {
    const ownerUrl = process.env['OWNER_DATABASE_URL'];
    if (!ownerUrl) {
      print(NEEDS_OWNER);
      return 1;
    }
    const { tables, rows, files, missing } = await takeBackup({
      ownerUrl,
      storage: config().STORAGE_DIR,
      file: resolve(file),
    });
    print(`${rows} rows of ${tables} tables and ${files} stored files are in ${resolve(file)}.`);
    for (const sha256 of missing) print(`The stored file ${sha256} is missing, so the backup does not have it either.`);
    return missing.length === 0 ? 0 : 1;
  },
};

export const restore: Command = {
  name: 'restore',
  description: 'fill an empty database from a backup, with outgoing effects paused (needs OWNER_DATABASE_URL)',
  usage: '<file>',
  options: [['--replace', 'lose what the database holds now']],
  async run({ config, print }, [file = ''], { replace }) {
    const ownerUrl = process.env['OWNER_DATABASE_URL'];
    if (!ownerUrl) {
      print(NEEDS_OWNER);
      return 1;
    }
    const storage = config().STORAGE_DIR;
    const { rows, files } = await restoreBackup({ ownerUrl, storage, file: resolve(file), replace: replace === true });
    print(`${rows} rows and ${files} stored files are restored and were compared with the backup.`);
    print('Outgoing effects are paused. Look at "outbox list" and "invariants", then let them go: "outbox resume".');
    return 0;
  },
};

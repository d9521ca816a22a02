import { migrate } from '../platform/database/migrate.js';
import type { Command } from './command.js';

/** Brings the database of OWNER_DATABASE_URL to the current schema. */
export const migrateCommand: Command = {
  name: 'migrate',
  description: 'bring the database to the current schema (needs OWNER_DATABASE_URL)',
  async run({ print }) {
    const ownerUrl = process.env['OWNER_DATABASE_URL'];
    if (!ownerUrl) {
      print('Set OWNER_DATABASE_URL to a login that owns the database. The running product never uses it.');
      return 1;
    }
    const { created } = await migrate({ ownerUrl });
    print(created ? 'The database was created and is current.' : 'The database is current.');
    return 0;
  },
};

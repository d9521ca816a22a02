import pg from 'pg';
import { DataSource } from 'typeorm';
import { createTestDatabase, dropTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { connectionOptions } from './connection.js';
import { mayBeThereSoon } from './not-ready.js';
import { refuseOldSchema } from './refuse-old-schema.js';
import { refuseOwner } from './refuse-owner.js';

describe('a process that starts', () => {
  let database: TestDatabase;
  const sources: DataSource[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await Promise.all(sources.map((source) => source.destroy()));
    await dropTestDatabase(database);
  });

  async function signedInAs(url: string): Promise<DataSource> {
    const source = new DataSource(connectionOptions({ url, poolSize: 1, name: 'test' }));
    sources.push(source);
    return source.initialize();
  }

  it('is content with a login that may not change the schema, and with a schema of its own age', async () => {
    const source = await signedInAs(database.webUrl);
    await expect(refuseOwner(source)).resolves.toBeUndefined();
    await expect(refuseOldSchema(source)).resolves.toBeUndefined();
  });

  it('refuses the owner of the tables', async () => {
    await expect(refuseOwner(await signedInAs(database.ownerUrl))).rejects.toThrow('may change the schema');
  });

  it('says how far a database is behind, and what to do', async () => {
    const source = await signedInAs(database.webUrl);
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query('delete from migrations where id = (select max(id) from migrations)');
    await owner.end();
    await expect(refuseOldSchema(source)).rejects.toThrow(
      'The database is one step behind this version of the product. Run "npm run cli -- migrate" first.',
    );
  });

  it('waits for a server that is starting or that nobody hears yet, not for a wrong password', async () => {
    const refused = new pg.Client({ host: '127.0.0.1', port: 1 });
    const error = await refused.connect().catch((caught: unknown) => caught);
    expect(mayBeThereSoon(error)).toBe(true);
    expect(mayBeThereSoon({ code: '57P03' })).toBe(true);
    expect(mayBeThereSoon({ code: '28P01' })).toBe(false);
  });
});

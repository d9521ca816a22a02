import { randomBytes } from 'node:crypto';
import supertest from 'supertest';
import { DataSource } from 'typeorm';
import { numberFrom } from '../../modules/credentials/domain/credential-number.js';
import { PublicRegister } from '../../modules/verification/persistence/public-register.js';
import { sessionOf } from '../support/account-things.js';
import { useApp } from '../support/app.js';
import { insertPerson } from '../support/factories/person.js';
import { visitor } from '../support/visitor.js';

/** PostgreSQL tries as many plans for the values at hand before it may keep one for all values. */
const TRIES = 5;
const REQUESTS = 3 * TRIES;
const PLANNED = `select name, custom_plans::int as anew from pg_prepared_statements where name = any($1)`;

describe('a statement that many requests need', () => {
  const test = useApp();

  it('is planned once a connection: who makes a request, and what they may do', async () => {
    const token = await sessionOf(test, {
      personId: await insertPerson(test.owner, 'Petra Pages'),
      assurance: 'password',
    });
    const { get } = visitor(test, token);
    for (let request = 0; request < REQUESTS; request++) expect((await get('/home')).status).toBe(200);
    const planned = await test.get(DataSource).query(PLANNED, [['sessions-by-token', 'memberships-of-persons']]);
    expect(planned).toEqual([
      { name: expect.any(String), anew: TRIES },
      { name: expect.any(String), anew: TRIES },
    ]);
  });

  it('is planned once a connection: what the public asks of the register', async () => {
    const ask = () => supertest(test.app.getHttpServer()).get(`/v/${numberFrom(randomBytes(8))}`);
    for (let request = 0; request < REQUESTS; request++) expect((await ask()).status).toBe(404);
    const planned = await test.get(PublicRegister).query(PLANNED.replace('any($1)', `'public-credentials-by-number'`));
    expect(planned).toEqual([{ name: 'public-credentials-by-number', anew: TRIES }]);
  });
});

import supertest from 'supertest';
import { useApp } from '../../test/support/app.js';
import type { Role } from '../../src/kernel/actor.js';
import { PeopleSetUp, totpCode, type PersonSummary } from '../people/people.public.js';
import { Browser } from '../people/testing/people-app.js';
import { createAdmin } from './cli/create-admin.command.js';
import { Organizations, type OrganizationSummary } from './organizations.public.js';

const PASSWORD = 'lantern over quiet water';
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

describe('staff of a certifying body', () => {
  const test = useApp();
  const api = () => supertest(test.app.getHttpServer());
  let body: OrganizationSummary;
  let otherBody: OrganizationSummary;

  beforeAll(async () => {
    const found = (kind: OrganizationSummary['kind'], slug: string) =>
      test.run((tx) =>
        test.get(Organizations).found(tx, {
          kind,
          slug,
          name: `${slug} (invented)`,
          address: '1 Example Street',
          timeZone: 'America/New_York',
          contactEmail: `${slug}@example.org`,
        }),
      );
    body = await found('certifying-body', 'test-board');
    otherBody = await found('certifying-body', 'other-board');
  });
  beforeEach(() => test.clock.forward({ minutes: 20 }));

  async function enter(
    name: string,
    roles: [OrganizationSummary, Role][],
    { secondFactor }: { secondFactor: boolean } = { secondFactor: true },
  ): Promise<PersonSummary> {
    const setUp = test.get(PeopleSetUp);
    const passwordHash = await setUp.hashPassword(PASSWORD);
    return test.run(async (tx) => {
      const email = `${name}@example.org`;
      const totpSecret = secondFactor ? SECRET : undefined;
      const person = await setUp.enterDemonstrationPerson(tx, { legalName: name, email, passwordHash, totpSecret });
      for (const [organization, role] of roles) {
        await test.get(Organizations).addMember(tx, { organizationId: organization.id, personId: person.id, role });
      }
      return person;
    });
  }

  async function tokenOf(name: string, secondFactor = true): Promise<string> {
    const totp = secondFactor ? totpCode(SECRET, await test.clock.now()) : undefined;
    const form = { email: `${name}@example.org`, password: PASSWORD, ...(totp && { totp }) };
    const { body: answer } = await api().post('/api/v1/tokens').send(form);
    return answer.token;
  }

  const me = (token: string) => api().get('/api/v1/me').set('authorization', `Bearer ${token}`);

  it('carry their roles in every request, and lose them with the next one after they ended', async () => {
    const person = await enter('registrar', [[body, 'registrar']]);
    const token = await tokenOf('registrar');
    expect((await me(token)).body.memberships).toEqual([
      { organizationId: body.id, organizationKind: 'certifying-body', role: 'registrar' },
    ]);
    await test.owner.query(`update membership set until_at = $2 where person_id = $1`, [
      person.id,
      (await test.clock.now()).toString(),
    ]);
    expect((await me(token)).body.memberships).toEqual([]);
  });

  it('are refused without a second factor, whatever their role', async () => {
    await enter('onefactor', [[body, 'registrar']], { secondFactor: false });
    const token = await tokenOf('onefactor', false);
    const answer = await api().get('/api/v1/desk/renewals').set('authorization', `Bearer ${token}`);
    expect([answer.status, answer.body.code]).toEqual([403, 'access.second_factor_needed']);
  });

  it('are signed out after 30 idle minutes and after 12 busy hours', async () => {
    await enter('watched', [[body, 'reviewer']]);
    const idle = await tokenOf('watched');
    test.clock.forward({ minutes: 30 });
    expect((await me(idle)).status).toBe(401);
    const busy = await tokenOf('watched');
    for (let i = 0; i < 35; i += 1) {
      test.clock.forward({ minutes: 20 });
      expect((await me(busy)).status).toBe(200);
    }
    test.clock.forward({ minutes: 20 });
    expect((await me(busy)).status).toBe(401);
  });

  describe('on their pages', () => {
    async function browserOf(name: string): Promise<Browser> {
      const browser = new Browser(test);
      await browser.post('/sign-in', { email: `${name}@example.org`, password: PASSWORD });
      await browser.post('/sign-in/code', { code: totpCode(SECRET, await test.clock.now()) }, '/sign-in/code');
      return browser;
    }

    it('give and end roles, once they proved that it is them', async () => {
      await enter('pagechief', [[body, 'administrator']]);
      const person = await enter('pagecolleague', []);
      const browser = await browserOf('pagechief');
      const form = { organizationId: body.id, personNumber: person.number, role: 'decider' };
      expect((await browser.post('/desk/staff/memberships', form, '/desk/staff')).status).toBe(303);
      expect((await me(await tokenOf('pagecolleague'))).body.memberships).toHaveLength(1);
      const again = await browser.post('/desk/staff/memberships', form, '/desk/staff');
      expect([again.status, again.text.includes('They have this role already.')]).toEqual([409, true]);
      const slip = { ...form, personNumber: 'P-AAAAA-AAAAA' };
      expect((await browser.post('/desk/staff/memberships', slip, '/desk/staff')).status).toBe(422);

      const { rows } = await test.owner.query(`select id from membership where person_id = $1`, [person.id]);
      const ending = { organizationId: body.id, membershipId: rows[0].id };
      await browser.post('/desk/staff/memberships/endings', ending, '/desk/staff');
      const trail = await test.owner.query(
        `select action from audit where person_id = $1 and action like 'organizations.%' order by recorded_at, id`,
        [person.id],
      );
      expect(trail.rows.map((row) => row.action)).toEqual([
        'organizations.membership.added',
        'organizations.membership.ended',
      ]);
      test.clock.forward({ minutes: 15 });
      const asked = await browser.get('/desk/staff');
      expect(asked.headers['location']).toBe('/profile/confirmation?returnTo=%2Fdesk%2Fstaff');
    });

    it('can do nothing in another body, and the last administrator cannot leave', async () => {
      const other = await enter('otherchief', [[otherBody, 'administrator']]);
      const browser = await browserOf('otherchief');
      const here = { organizationId: body.id, personNumber: other.number, role: 'administrator' };
      expect((await browser.post('/desk/staff/memberships', here, '/desk/staff')).status).toBe(404);
      const { rows } = await test.owner.query(`select id from membership where person_id = $1`, [other.id]);
      const leave = { organizationId: otherBody.id, membershipId: rows[0].id };
      const answer = await browser.post('/desk/staff/memberships/endings', leave, '/desk/staff');
      expect([answer.status, answer.text.includes('Somebody must be able to look after the staff list.')]).toEqual([
        409,
        true,
      ]);
    });

    it('stay closed to registrars and to administrators without a second factor', async () => {
      await enter('noadmin', [[body, 'registrar']]);
      expect((await (await browserOf('noadmin')).get('/desk/staff')).status).toBe(403);
      await enter('halfadmin', [[body, 'administrator']], { secondFactor: false });
      const browser = new Browser(test);
      await browser.post('/sign-in', { email: 'halfadmin@example.org', password: PASSWORD });
      const sent = await browser.get('/desk/staff');
      expect(sent.headers['location']).toBe('/second-factor?returnTo=%2Fdesk%2Fstaff');
      expect((await browser.get('/second-factor?returnTo=%2Fdesk%2Fstaff')).text).toContain(
        'Set up your second factor',
      );
    });
  });

  it('are begun by the operator: create-admin makes the first one, who chooses a password by link', async () => {
    const printed: string[] = [];
    const context = {
      app: async () => test.app,
      config: () => test.config,
      print: (line: string) => printed.push(line),
    };
    const options = { email: 'first@example.org', name: 'First Example', body: 'fresh-board' };
    await expect(createAdmin.run(context, [], options)).rejects.toThrow('--body-name');
    expect(await createAdmin.run(context, [], { email: 'first@example.org' })).toBe(1);
    const founded = { ...options, bodyName: 'Fresh Board (invented)', timeZone: 'America/Chicago' };
    expect(await createAdmin.run(context, [], founded)).toBe(0);
    const token = /password-resets\/(\S+)/.exec(printed.join('\n'))?.[1];
    await api().post('/api/v1/passwords').send({ token, password: PASSWORD }).expect(204);
    const { body: answer } = await api()
      .post('/api/v1/tokens')
      .send({ email: 'first@example.org', password: PASSWORD });
    expect((await me(answer.token)).body.memberships).toMatchObject([{ role: 'administrator' }]);
  });
});

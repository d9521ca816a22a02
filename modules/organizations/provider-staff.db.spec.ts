import supertest from 'supertest';
import { useApp } from '../../test/support/app.js';
import type { Role } from '../../src/kernel/actor.js';
import { newTotpSecret, totpCode } from '../people/people.public.js';
import { Browser, enterPerson, PASSWORD } from '../people/testing/people-app.js';
import { createAdmin } from './cli/create-admin.command.js';
import { Organizations, type OrganizationSummary } from './organizations.public.js';

const PAGE = '/provider/staff';

describe('the staff of a training provider', () => {
  const test = useApp();
  const secrets = new Map<string, string>();
  let ours: OrganizationSummary;
  let theirs: OrganizationSummary;
  let body: OrganizationSummary;

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
    ours = await found('training-provider', 'open-door');
    theirs = await found('training-provider', 'next-door');
    body = await found('certifying-body', 'a-board');
  });
  beforeEach(() => test.clock.forward({ minutes: 20 }));

  async function enter(name: string, organization: OrganizationSummary | null, ...roles: Role[]) {
    const totpSecret = newTotpSecret();
    secrets.set(name, totpSecret);
    const person = await enterPerson(test, { email: `${name}@example.org`, legalName: `${name} Example`, totpSecret });
    for (const role of organization ? roles : [])
      await test.run((tx) =>
        test.get(Organizations).addMember(tx, { organizationId: organization?.id ?? '', personId: person.id, role }),
      );
    return person;
  }
  async function browserOf(name: string): Promise<Browser> {
    const browser = new Browser(test);
    await browser.post('/sign-in', { email: `${name}@example.org`, password: PASSWORD });
    const code = totpCode(secrets.get(name) ?? '', await test.clock.now());
    await browser.post('/sign-in/code', { code }, '/sign-in/code');
    return browser;
  }
  const rolesOf = async (personId: string) => {
    const { rows } = await test.owner.query(
      'select role from membership where person_id = $1 and until_at is null order by role',
      [personId],
    );
    return rows.map(({ role }) => role);
  };

  it('get and lose the roles of teaching and writing by their administrator, each change in the trail', async () => {
    await enter('chief', ours, 'provider-administrator');
    const colleague = await enter('colleague', null);
    const browser = await browserOf('chief');
    expect((await browser.get('/home')).text).toContain(PAGE);
    const give = (role: string) =>
      browser.post(`${PAGE}/memberships`, { organizationId: ours.id, personNumber: colleague.number, role }, PAGE);
    for (const role of ['instructor', 'content-author', 'content-reviewer'])
      expect((await give(role)).status).toBe(303);
    expect(await rolesOf(colleague.id)).toEqual(['content-author', 'content-reviewer', 'instructor']);
    for (const role of ['administrator', 'decider', 'roster-manager', 'item-author'])
      expect((await give(role)).status).toBe(422);
    const { rows } = await test.owner.query(`select id from membership where person_id = $1 and role = 'instructor'`, [
      colleague.id,
    ]);
    const ending = { organizationId: ours.id, membershipId: rows[0].id };
    expect((await browser.post(`${PAGE}/memberships/endings`, ending, PAGE)).status).toBe(303);
    expect(await rolesOf(colleague.id)).toEqual(['content-author', 'content-reviewer']);
    const trail = await test.owner.query(
      `select action, details->>'role' as role, body_id from audit where person_id = $1 and action like 'organizations.%'
       order by recorded_at, id`,
      [colleague.id],
    );
    expect(trail.rows.map(({ action }) => action.split('.').at(-1))).toEqual(['added', 'added', 'added', 'ended']);
    expect(trail.rows.every(({ body_id }) => body_id === null)).toBe(true);
  });

  it('are nobody else’s to name: not another provider’s, not a teacher’s, not a body’s, and not by post elsewhere', async () => {
    const stranger = await enter('stranger', theirs, 'provider-administrator');
    await enter('teacher', ours, 'instructor', 'content-author');
    await enter('boardchief', body, 'administrator');
    const form = { organizationId: ours.id, personNumber: stranger.number, role: 'instructor' };
    const other = await browserOf('stranger');
    expect((await other.post(`${PAGE}/memberships`, form, PAGE)).status).toBe(404);
    expect((await (await browserOf('teacher')).get(PAGE)).status).toBe(403);
    const chief = await browserOf('boardchief');
    expect((await chief.get(PAGE)).status).toBe(403);
    // A provider's administrator names nobody at a body, whatever the form says.
    const atBody = { organizationId: body.id, personNumber: stranger.number, role: 'reviewer' };
    expect((await other.post('/desk/staff/memberships', atBody, PAGE)).status).toBe(403);
    expect(await rolesOf(stranger.id)).toEqual(['provider-administrator']);
  });

  it('are named with a second factor and after proving lately who it is, and never lose the last administrator', async () => {
    const alone = await enter('alone', theirs, 'provider-administrator');
    await test.owner.query(
      `update membership set until_at = now() where organization_id = $1 and person_id <> $2 and until_at is null`,
      [theirs.id, alone.id],
    );
    const browser = await browserOf('alone');
    const { rows } = await test.owner.query('select id from membership where person_id = $1', [alone.id]);
    const leave = { organizationId: theirs.id, membershipId: rows[0].id };
    expect((await browser.post(`${PAGE}/memberships/endings`, leave, PAGE)).status).toBe(409);
    test.clock.forward({ minutes: 16 });
    expect((await browser.get(PAGE)).headers['location']).toBe('/profile/confirmation?returnTo=%2Fprovider%2Fstaff');

    await enterPerson(test, { email: 'half@example.org', legalName: 'Half Example' }).then((half) =>
      test.run((tx) =>
        test.get(Organizations).addMember(tx, {
          organizationId: ours.id,
          personId: half.id,
          role: 'provider-administrator',
        }),
      ),
    );
    const half = new Browser(test);
    await half.post('/sign-in', { email: 'half@example.org', password: PASSWORD });
    expect((await half.get(PAGE)).headers['location']).toBe('/second-factor?returnTo=%2Fprovider%2Fstaff');
  });

  it('begin with the one whom the operator names', async () => {
    const printed: string[] = [];
    const print = (line: string) => printed.push(line);
    const context = { app: async () => test.app, config: () => test.config, print };
    const options = { email: 'one@example.org', name: 'One Example', provider: 'new-door' };
    await expect(createAdmin.run(context, [], options)).rejects.toThrow('--provider-name');
    const founded = { ...options, providerName: 'New Door (invented)', timeZone: 'America/Chicago' };
    expect(await createAdmin.run(context, [], founded)).toBe(0);
    const token = /password-resets\/(\S+)/.exec(printed.join('\n'))?.[1];
    const api = supertest(test.app.getHttpServer());
    await api.post('/api/v1/passwords').send({ token, password: PASSWORD }).expect(204);
    const { rows } = await test.owner.query(
      `select o.kind, m.role from membership m join organization o on o.id = m.organization_id where o.slug = 'new-door'`,
    );
    expect(rows).toEqual([{ kind: 'training-provider', role: 'provider-administrator' }]);
  });
});

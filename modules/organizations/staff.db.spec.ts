import supertest from 'supertest';
import { useApp } from '../../test/support/app.js';
import type { Role } from '../../src/kernel/actor.js';
import { PASSWORD } from '../people/testing/people-app.js';
import { createAdmin } from './cli/create-admin.command.js';
import type { StaffedKind } from './domain/roles.js';
import { staffWorld } from './testing/staff-world.js';

interface Kind {
  readonly kind: StaffedKind;
  readonly page: string;
  readonly chief: Role;
  /** Roles that an organization of the kind has, and some that it does not. */
  readonly theirs: readonly [Role, Role, Role];
  readonly others: readonly Role[];
  /** The options by which the operator names the first administrator. */
  readonly begun: readonly [slug: 'body' | 'provider', name: 'bodyName' | 'providerName'];
}

const KINDS: readonly Kind[] = [
  {
    kind: 'certifying-body',
    page: '/desk/staff',
    chief: 'administrator',
    theirs: ['content-author', 'decider', 'reviewer'],
    others: ['instructor', 'provider-administrator', 'roster-manager'],
    begun: ['body', 'bodyName'],
  },
  {
    kind: 'training-provider',
    page: '/provider/staff',
    chief: 'provider-administrator',
    theirs: ['content-author', 'content-reviewer', 'instructor'],
    others: ['administrator', 'decider', 'roster-manager', 'item-author'],
    begun: ['provider', 'providerName'],
  },
];

describe.each(KINDS)('the staff of a $kind', ({ kind, page, chief, theirs, others, begun }) => {
  const test = useApp();
  const world = staffWorld(test);
  const api = () => supertest(test.app.getHttpServer());
  let [ours, next, ofOtherKind] = ['', '', ''];

  beforeAll(async () => {
    ours = (await world.found(kind, 'open-door')).id;
    next = (await world.found(kind, 'next-door')).id;
    const other = kind === 'certifying-body' ? 'training-provider' : 'certifying-body';
    ofOtherKind = (await world.found(other, 'over-there')).id;
  });
  beforeEach(() => test.clock.forward({ minutes: 20 }));

  const membershipOf = async (personId: string, role: Role): Promise<string> => {
    const { rows } = await test.owner.query('select id from membership where person_id = $1 and role = $2', [
      personId,
      role,
    ]);
    return rows[0].id;
  };

  it('get and lose roles by their administrator on a page, each change in the trail', async () => {
    await world.enter('chief', ours, chief);
    const colleague = await world.enter('colleague');
    const browser = await world.browserOf('chief');
    expect((await browser.get('/home')).text).toContain(page);
    const give = (role: string, personNumber = colleague.number) =>
      browser.post(`${page}/memberships`, { organizationId: ours, personNumber, role }, page);
    for (const role of theirs) expect((await give(role)).status).toBe(303);
    expect(await world.rolesOf(colleague.id)).toEqual(theirs);
    for (const role of others) expect((await give(role)).status).toBe(422);
    const again = await give(theirs[0]);
    expect([again.status, again.text.includes('They have this role already.')]).toEqual([409, true]);
    expect((await give(theirs[0], 'P-AAAAA-AAAAA')).status).toBe(422);

    const ending = { organizationId: ours, membershipId: await membershipOf(colleague.id, theirs[2]) };
    expect((await browser.post(`${page}/memberships/endings`, ending, page)).status).toBe(303);
    expect(await world.rolesOf(colleague.id)).toEqual(theirs.slice(0, 2));
    const { rows } = await test.owner.query(
      `select action, body_id from audit where person_id = $1 and action like 'organizations.%' order by recorded_at, id`,
      [colleague.id],
    );
    expect(rows.map(({ action }) => action.split('.').at(-1))).toEqual(['added', 'added', 'added', 'ended']);
    const body = kind === 'certifying-body' ? ours : null;
    expect(rows.every(({ body_id }) => body_id === body)).toBe(true);
  });

  it('get and lose roles by a program of their administrator, for a quarter of an hour after signing in', async () => {
    await world.enter('machinist', ours, chief);
    const colleague = await world.enter('newcomer');
    const token = await world.tokenOf('machinist');
    const path = `/api/v1${page}`;
    const send = (rest: string, body: object) =>
      api().post(`${path}${rest}`).set('authorization', `Bearer ${token}`).send(body);
    const appointment = { organizationId: ours, personNumber: colleague.number, role: theirs[0] };
    const given = await send('/memberships', appointment);
    const { membershipId } = given.body;
    expect([given.status, membershipId]).toEqual([201, await membershipOf(colleague.id, theirs[0])]);
    const { body } = await api().get(path).set('authorization', `Bearer ${token}`);
    expect(body.organizations.map(({ organizationId }: { organizationId: string }) => organizationId)).toEqual([ours]);
    expect(body.organizations[0].members).toContainEqual({
      membershipId,
      displayName: 'newcomer Example',
      number: colleague.number,
      role: theirs[0],
      since: (await test.clock.now()).toString(),
    });
    expect((await send('/memberships', { ...appointment, organizationId: next })).status).toBe(404);
    const ended = await send('/memberships/endings', { organizationId: ours, membershipId });
    expect([ended.status, ended.body.membershipId]).toEqual([200, membershipId]);
    expect(await world.rolesOf(colleague.id)).toEqual([]);
    test.clock.forward({ minutes: 16 });
    const late = await send('/memberships', appointment);
    expect([late.status, late.body.code]).toEqual([403, 'people.confirm_first']);
  });

  it('are nobody else’s to name: not of next door’s chief, not of other roles, not of the other kind’s chief', async () => {
    const stranger = await world.enter('stranger', next, chief);
    await world.enter('worker', ours, theirs[0]);
    await world.enter(
      'otherchief',
      ofOtherKind,
      kind === 'certifying-body' ? 'provider-administrator' : 'administrator',
    );
    const form = { organizationId: ours, personNumber: stranger.number, role: theirs[0] };
    const browser = await world.browserOf('stranger');
    expect((await browser.post(`${page}/memberships`, form, page)).status).toBe(404);
    // Nor anybody at an organization of the other kind, whatever the form says.
    const there = { ...form, organizationId: ofOtherKind };
    expect((await browser.post(`${page}/memberships`, there, page)).status).toBe(404);
    for (const name of ['worker', 'otherchief']) {
      expect((await (await world.browserOf(name)).get(page)).status).toBe(403);
      // A code of the second factor works once.
      test.clock.forward({ minutes: 1 });
      const token = await world.tokenOf(name);
      const answer = await api().get(`/api/v1${page}`).set('authorization', `Bearer ${token}`);
      expect(answer.status).toBe(403);
    }
    expect(await world.rolesOf(stranger.id)).toEqual([chief]);
  });

  it('are named with a second factor and after proving lately who it is, and never lose the last administrator', async () => {
    const alone = (await world.found(kind, 'small-door')).id;
    const { id } = await world.enter('alone', alone, chief);
    const browser = await world.browserOf('alone');
    const leave = { organizationId: alone, membershipId: await membershipOf(id, chief) };
    const answer = await browser.post(`${page}/memberships/endings`, leave, page);
    expect([answer.status, answer.text.includes('Somebody must be able to look after the staff list.')]).toEqual([
      409,
      true,
    ]);
    test.clock.forward({ minutes: 16 });
    const returnTo = encodeURIComponent(page);
    expect((await browser.get(page)).headers['location']).toBe(`/profile/confirmation?returnTo=${returnTo}`);

    await world.enterWithoutFactor('half', ours, chief);
    const half = await world.browserOf('half');
    expect((await half.get(page)).headers['location']).toBe(`/second-factor?returnTo=${returnTo}`);
    expect((await half.get(`/second-factor?returnTo=${returnTo}`)).text).toContain('Set up your second factor');
  });

  it('begin with the one whom the operator names, who chooses a password by link', async () => {
    const printed: string[] = [];
    const print = (line: string) => printed.push(line);
    const context = { app: async () => test.app, config: () => test.config, print };
    const [slug, name] = begun;
    const options = { email: 'first@example.org', name: 'First Example', [slug]: 'new-door' };
    await expect(createAdmin.run(context, [], options)).rejects.toThrow(`--${slug}-name`);
    expect(await createAdmin.run(context, [], { email: 'first@example.org' })).toBe(1);
    const founded = { ...options, [name]: 'New Door (invented)', timeZone: 'America/Chicago' };
    expect(await createAdmin.run(context, [], founded)).toBe(0);
    const token = /password-resets\/(\S+)/.exec(printed.join('\n'))?.[1];
    await api().post('/api/v1/passwords').send({ token, password: PASSWORD }).expect(204);
    const { body } = await api().post('/api/v1/tokens').send({ email: 'first@example.org', password: PASSWORD });
    const me = await api().get('/api/v1/me').set('authorization', `Bearer ${body.token}`);
    expect(me.body.memberships).toMatchObject([{ organizationKind: kind, role: chief }]);
  });
});

describe('an employer', () => {
  const test = useApp();

  it('begins with whoever the operator names to keep its roster', async () => {
    const print = () => undefined;
    const context = { app: async () => test.app, config: () => test.config, print };
    const options = { email: 'roster@example.org', name: 'Rowan Example', employer: 'new-house' };
    await expect(createAdmin.run(context, [], options)).rejects.toThrow('--employer-name');
    expect(await createAdmin.run(context, [], { ...options, employerName: 'New House (invented)' })).toBe(0);
    const { rows } = await test.owner.query(
      `select o.kind, o.name, m.role from membership m join organization o on o.id = m.organization_id`,
    );
    expect(rows).toEqual([{ kind: 'employer', name: 'New House (invented)', role: 'roster-manager' }]);
  });
});

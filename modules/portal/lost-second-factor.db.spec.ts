import { useApp } from '../../test/support/app.js';
import { totpCode } from '../people/people.public.js';
import { linkOf, PASSWORD } from '../people/testing/people-app.js';
import { newTotpSecret } from '../people/people.public.js';
import { Desk, type DeskPerson } from './testing/desk.js';

const PATH = '/api/v1/second-factor-removals';
const identityCheck = 'photo-id-in-person';
const NEW = 'plover in the wet meadow';

describe('when a person lost their second factor', () => {
  const test = useApp();
  const desk = new Desk(test);
  let body: string;
  let otherBody: string;
  let chief: DeskPerson;
  let second: DeskPerson;
  let people = 0;

  beforeAll(async () => {
    body = await desk.found('certifying-body', 'test-board');
    otherBody = await desk.found('certifying-body', 'other-board');
    chief = await desk.staff('chief', [body, 'administrator']);
    second = await desk.staff('second', [body, 'administrator']);
  });
  beforeEach(() => test.clock.forward({ minutes: 20 }));

  const holder = () => desk.person(`holder${(people += 1)}`, { totpSecret: newTotpSecret(), tiedTo: body });
  const decider = () => desk.staff(`decider${(people += 1)}`, [body, 'decider']);
  const remove = (by: DeskPerson, { number }: DeskPerson) => desk.post(by, PATH, { number, identityCheck });
  const confirm = (by: DeskPerson, id: string) => desk.post(by, `${PATH}/${id}/confirmations`, { identityCheck });
  const hasFactor = async ({ id }: DeskPerson): Promise<boolean> => {
    const { rows } = await test.owner.query(
      'select 1 from second_factor where person_id = $1 and ended_at is null and confirmed_at is not null',
      [id],
    );
    return rows.length > 0;
  };
  const lettersTo = async ({ email }: DeskPerson): Promise<string[]> => {
    const { rows } = await test.owner.query('select kind from letter where to_address = $1 order by id', [email]);
    return rows.map(({ kind }) => kind);
  };
  const trailOf = async ({ id }: DeskPerson) => {
    const { rows } = await test.owner.query(
      `select action, body_id as "bodyId", details->>'identityCheck' as check from audit
       where person_id = $1 and subject_kind = 'second_factor_removal' order by recorded_at, id`,
      [id],
    );
    return rows;
  };
  const me = async (token: string) => (await desk.get(token, '/api/v1/me')).status;

  it('an administrator removes it: sessions and password end, and a letter leads back', async () => {
    const person = await holder();
    const session = await desk.token(person);
    const answer = await remove(chief, person);
    expect([answer.status, answer.body.state]).toEqual([202, 'removed']);
    expect([await hasFactor(person), await me(session)]).toEqual([false, 401]);
    expect(await lettersTo(person)).toEqual(['account-second-factor-removed']);
    expect(await trailOf(person)).toEqual([
      { action: 'people.second_factor.removed_at_desk', bodyId: body, check: identityCheck },
    ]);
    const signIn = (password: string) => desk.api().post('/api/v1/tokens').send({ email: person.email, password });
    expect((await signIn(PASSWORD)).status).toBe(401);

    const token = (await linkOf(test, 'account-second-factor-removed')).split('/').at(-1);
    const short = await desk.api().post('/api/v1/passwords').send({ token, password: 'vetchplo' });
    expect(short.status).toBe(422);
    await desk.api().post('/api/v1/passwords').send({ token, password: NEW }).expect(204);
    expect((await signIn(NEW)).body.token).toEqual(expect.any(String));
  });

  it('there is nothing to remove from an account that has none', async () => {
    const person = await desk.person('without', { tiedTo: body });
    const answer = await remove(chief, person);
    expect([answer.status, answer.body.code]).toEqual([409, 'people.no_second_factor']);
  });

  it('nobody else can: strangers, other bodies, other roles, and an administrator without a code', async () => {
    const person = await holder();
    const untied = await desk.person('untied', { totpSecret: newTotpSecret() });
    const employer = await desk.found('employer', 'test-employer');
    const elsewhere = await desk.staff('elsewhere', [otherBody, 'administrator']);
    const refused = [
      await desk.staff('registrar', [body, 'registrar'], [body, 'reviewer']),
      await desk.staff('manager', [employer, 'roster-manager']),
      await desk.person('nobody', { tiedTo: body }),
      person,
    ];
    for (const [by, whom] of [
      [elsewhere, person],
      [chief, untied],
    ] as const) {
      const answer = await remove(by, whom);
      expect([answer.status, answer.body.code]).toEqual([404, 'portal.nobody_here']);
    }
    for (const stranger of refused) expect((await remove(stranger, person)).status).toBe(403);
    const token = await desk.token(chief);
    await test.owner.query(`update session set assurance = 'password' where person_id = $1`, [chief.id]);
    const single = await desk.api().post(PATH).set('authorization', `Bearer ${token}`).send({ number: person.number });
    expect([single.status, single.body.code]).toEqual([403, 'access.second_factor_needed']);
    expect([await hasFactor(person), await hasFactor(untied), await trailOf(person)]).toEqual([true, true, []]);
  });

  it('an administrator proves first that it is really them, and never helps themselves', async () => {
    const person = await holder();
    const token = await desk.token(chief);
    test.clock.forward({ minutes: 15 });
    const late = await desk
      .api()
      .post(PATH)
      .set('authorization', `Bearer ${token}`)
      .send({ number: person.number, identityCheck });
    expect([late.status, late.body.code]).toEqual([403, 'people.confirm_first']);
    const own = await remove(chief, chief);
    expect([own.status, own.body.code]).toEqual([409, 'people.not_oneself']);
  });

  describe('and works for the body', () => {
    it('two administrators remove it, and a new one is asked for before the next work at the desk', async () => {
      const person = await decider();
      const session = await desk.token(person);
      const { body: asked } = await remove(chief, person);
      expect(asked.state).toBe('waiting');
      expect([await hasFactor(person), await me(session)]).toEqual([true, 200]);
      expect(await lettersTo(person)).toEqual(['account-second-factor-removal-asked']);
      expect((await remove(second, person)).body.code).toBe('people.removal_waiting');

      expect((await confirm(chief, asked.id)).body.code).toBe('people.another_administrator');
      expect((await confirm(second, asked.id)).body.state).toBe('removed');
      expect([await hasFactor(person), await me(session)]).toEqual([false, 401]);
      expect(await trailOf(person)).toMatchObject([
        { action: 'people.second_factor.removal_asked', check: identityCheck },
        { action: 'people.second_factor.removed_at_desk', check: identityCheck },
      ]);
      expect((await confirm(second, asked.id)).status).toBe(410);

      const token = (await linkOf(test, 'account-second-factor-removed')).split('/').at(-1);
      await desk.api().post('/api/v1/passwords').send({ token, password: NEW }).expect(204);
      const single = await desk.token({ ...person, totpSecret: undefined }, NEW);
      expect((await desk.get(single, '/api/v1/desk/applications')).body.code).toBe('access.second_factor_needed');
      const authorized = (path: string, form: object) =>
        desk.api().post(path).set('authorization', `Bearer ${single}`).send(form);
      const { body: factor } = await authorized('/api/v1/me/second-factors', {});
      const code = totpCode(factor.secret, await test.clock.now());
      const { body: on } = await authorized('/api/v1/me/second-factors/confirmations', { code });
      expect((await desk.get(on.token, '/api/v1/desk/applications')).status).toBe(200);
    });

    it('only an administrator of that body confirms', async () => {
      const person = await decider();
      const { body: asked } = await remove(chief, person);
      const elsewhere = await desk.staff('chiefelsewhere', [otherBody, 'administrator']);
      const registrar = await desk.staff('confirmer', [body, 'registrar']);
      expect((await confirm(elsewhere, asked.id)).status).toBe(404);
      expect((await confirm(registrar, asked.id)).status).toBe(403);
      const list = async (by: DeskPerson) => (await desk.get(await desk.token(by), PATH)).body.waiting;
      expect(await list(second)).toContainEqual(expect.objectContaining({ id: asked.id, mayConfirm: true }));
      expect(await list(chief)).toContainEqual(expect.objectContaining({ id: asked.id, mayConfirm: false }));
      expect(await list(elsewhere)).toEqual([]);
      expect(await hasFactor(person)).toBe(true);
    });

    it('an administrator who lost their own does not confirm it', async () => {
      const third = await desk.staff('third', [body, 'administrator']);
      const session = await desk.token(third);
      const { body: asked } = await remove(chief, third);
      const confirmed = await desk
        .api()
        .post(`${PATH}/${asked.id}/confirmations`)
        .set('authorization', `Bearer ${session}`)
        .send({ identityCheck });
      expect([confirmed.status, confirmed.body.code]).toEqual([409, 'people.not_oneself']);
    });

    it('the removal ends when the person signs in with a code, or after seven days', async () => {
      const [found, late] = [await decider(), await decider()];
      const { body: first } = await remove(chief, found);
      await desk.token(found);
      expect((await confirm(second, first.id)).body.code).toBe('people.removal_over');
      const { body: other } = await remove(chief, late);
      test.clock.forward({ hours: 7 * 24 });
      expect((await confirm(second, other.id)).body.code).toBe('people.removal_over');
      expect([await hasFactor(found), await hasFactor(late)]).toEqual([true, true]);
      expect((await remove(chief, late)).body.state).toBe('waiting');
    });

    it('the database takes no second row of the same administrator', async () => {
      const person = await decider();
      const { body: asked } = await remove(chief, person);
      const again = test.owner.query(
        `insert into second_factor_removal
         select gen_random_uuid(), body_id, person_id, second_factor_id, handled_by, identity_check, false, id, handled_by, now()
         from second_factor_removal where id = $1`,
        [asked.id],
      );
      await expect(again).rejects.toThrow('second_factor_removal');
    });
  });

  describe('and their mailbox too', () => {
    const recover = (by: DeskPerson, { number }: DeskPerson, email: string) =>
      desk.post(by, '/api/v1/mailbox-recoveries', { number, email, identityCheck });

    it('one administrator is not enough for a month after the mailbox was moved', async () => {
      const [soon, later] = [await holder(), await holder()];
      for (const person of [soon, later]) {
        expect((await recover(chief, person, `${person.number.toLowerCase()}@example.org`)).status).toBe(202);
      }
      expect((await remove(chief, soon)).body.state).toBe('waiting');
      test.clock.forward({ hours: 30 * 24 });
      expect((await remove(chief, later)).body.state).toBe('removed');
    });

    it('whoever removed the second factor leaves the mailbox to a colleague', async () => {
      const person = await holder();
      await remove(chief, person);
      const answer = await recover(chief, person, 'samehand@example.org');
      expect([answer.status, answer.body.code]).toEqual([409, 'people.ask_colleague']);
      expect((await recover(second, person, 'otherhand@example.org')).status).toBe(202);
    });
  });

  it('the pages lead there without a script, ask who it is, and let the second administrator find it', async () => {
    const person = await decider();
    const browser = await desk.browser(chief);
    const path = `/desk/people/${person.number}/second-factor-removals`;
    expect((await browser.get(`/desk/people/${person.number}`)).text).toContain(`${path}/new`);
    expect((await browser.get(`${path}/new`)).text).toContain('Two administrators do this together');
    const unsaid = await browser.post(path, {}, `${path}/new`);
    expect([unsaid.status, unsaid.text.includes('Choose how you made sure who this is.')]).toEqual([422, true]);
    expect((await browser.post(path, { identityCheck }, `${path}/new`)).status).toBe(303);
    const own = (await browser.get('/desk/people')).text;
    expect(own).toContain('Another administrator confirms it.');

    const other = await desk.browser(second);
    const onPage = (await other.get(`/desk/people/${person.number}`)).text;
    const confirmation = /\/desk\/second-factor-removals\/[0-9a-f-]{36}/.exec(onPage)?.[0] ?? '';
    expect((await other.get('/desk/people')).text).toContain(confirmation);
    test.clock.forward({ minutes: 15 });
    const asked = await other.get(confirmation);
    expect(asked.headers['location']).toBe(`/profile/confirmation?returnTo=${encodeURIComponent(confirmation)}`);
    const fresh = await desk.browser(second);
    expect((await fresh.get(confirmation)).text).toContain(person.number);
    const done = await fresh.post(`${confirmation}/confirmations`, { identityCheck }, confirmation);
    expect([done.status, await hasFactor(person)]).toEqual([303, false]);
    expect((await fresh.get(`/desk/people/${person.number}`)).text).toContain('They have none.');
  });

  it('a registrar sees who can help', async () => {
    const person = await holder();
    const browser = await desk.browser(await desk.staff('onlooker', [body, 'registrar']));
    const { text } = await browser.get(`/desk/people/${person.number}`);
    expect(text).toContain('An administrator of your body can remove it.');
    expect(text).not.toContain('second-factor-removals');
    expect((await browser.get(`/desk/people/${person.number}/second-factor-removals/new`)).status).toBe(403);
  });
});

import supertest from 'supertest';
import { useApp } from '../../test/support/app.js';
import { totpCode } from './people.public.js';
import { Browser, enterPerson, lettersOf, linkOf, PASSWORD } from './testing/people-app.js';

const NEW = 'plover in the wet meadow';

describe("a person's own account", () => {
  const test = useApp();
  const api = () => supertest(test.app.getHttpServer());

  async function signedIn(email: string): Promise<Browser> {
    const browser = new Browser(test);
    await browser.post('/sign-in', { email, password: PASSWORD });
    return browser;
  }

  it('shows number, names, addresses and a way to change each', async () => {
    const person = await enterPerson(test, { email: 'own@example.org', chosenName: 'ᏍᏏᏉᏯ' });
    const { text } = await (await signedIn('own@example.org')).get('/profile');
    for (const words of [person.number, 'Robin Example', 'ᏍᏏᏉᏯ', 'own@example.org', 'Not set up']) {
      expect(text).toContain(words);
    }
  });

  it('keeps every earlier name', async () => {
    await enterPerson(test, { email: 'renamed@example.org', legalName: 'Before Example' });
    const browser = await signedIn('renamed@example.org');
    await browser.post('/profile/names', { legalName: 'After Example', chosenName: 'Af' }, '/profile/names');
    const { text } = await browser.get('/profile/names');
    expect(text).toContain('value="After Example"');
    expect(text).toContain('Before Example');
    await expect(test.run((tx) => tx.manager.query('delete from person_name'))).rejects.toThrow();
  });

  it('asks "is it really you?" once the sign-in is a quarter of an hour old', async () => {
    await enterPerson(test, { email: 'fresh@example.org' });
    const browser = await signedIn('fresh@example.org');
    expect((await browser.get('/profile/password')).status).toBe(200);
    test.clock.forward({ minutes: 15 });
    const asked = await browser.get('/profile/password');
    expect(asked.headers['location']).toBe('/profile/confirmation?returnTo=%2Fprofile%2Fpassword');
    const stale = await browser.post('/profile/password', { password: NEW }, '/profile/names');
    expect(stale.text).toContain('Before this change we need to be sure it is you.');
    const wrong = await browser.post(
      '/profile/confirmation',
      { password: 'someone else at it' },
      '/profile/confirmation',
    );
    expect(wrong.status).toBe(422);
    const form = { password: PASSWORD, returnTo: '/profile/password' };
    const confirmed = await browser.post('/profile/confirmation', form, '/profile/confirmation');
    expect(confirmed.headers['location']).toBe('/profile/password');
    expect((await browser.get('/profile/password')).status).toBe(200);
  });

  it('signs out every other device when the password changes, and tells the person', async () => {
    await enterPerson(test, { email: 'change@example.org' });
    const [here, there] = [await signedIn('change@example.org'), await signedIn('change@example.org')];
    await here.post('/profile/password', { password: NEW }, '/profile/password');
    expect((await here.get('/profile')).status).toBe(200);
    expect((await there.get('/profile')).status).toBe(303);
    expect(await lettersOf(test, 'account-password-changed')).toContainEqual({ to_address: 'change@example.org' });
  });

  it('lists its sessions and ends one; a stranger finds nothing to end', async () => {
    await enterPerson(test, { email: 'list@example.org' });
    await enterPerson(test, { email: 'stranger@example.org' });
    const [here, there] = [await signedIn('list@example.org'), await signedIn('list@example.org')];
    const { text } = await here.get('/profile/sessions');
    const path = /\/profile\/sessions\/[0-9a-f-]{36}\/endings/.exec(text)?.[0] ?? '';
    expect(text).toContain('Firefox on Linux');
    const stranger = await signedIn('stranger@example.org');
    expect((await stranger.post(path, {}, '/profile/sessions')).status).toBe(404);
    expect((await stranger.post('/profile/sessions/not-an-id/endings', {}, '/profile/sessions')).status).toBe(404);
    expect((await there.get('/profile')).status).toBe(200);
    await here.post(path, {}, '/profile/sessions');
    expect((await there.get('/profile')).status).toBe(303);
  });

  it('takes a further address once its link was used, and lets it be the one for letters', async () => {
    await enterPerson(test, { email: 'first@example.org' });
    const browser = await signedIn('first@example.org');
    const add = await browser.post('/profile/contacts', { email: 'second@example.org' }, '/profile/contacts');
    expect(add.status).toBe(303);
    const signIn = () => api().post('/api/v1/tokens').send({ email: 'second@example.org', password: PASSWORD });
    expect((await signIn()).status).toBe(401);
    const path = await linkOf(test, 'account-verify-contact');
    await browser.post(path, {}, path);
    expect((await signIn()).status).toBe(201);
    const { text } = await browser.get('/profile/contacts');
    const choose = /\/profile\/contacts\/[0-9a-f-]{36}\/choices/.exec(text)?.[0] ?? '';
    await browser.post(choose, {}, '/profile/contacts');
    const me = await api()
      .get('/api/v1/me')
      .set('authorization', `Bearer ${(await signIn()).body.token}`);
    expect(me.body.email).toBe('second@example.org');
    expect(await lettersOf(test, 'account-address-changed')).toEqual([{ to_address: 'first@example.org' }]);
  });

  it('cannot touch the address of a stranger', async () => {
    await enterPerson(test, { email: 'mine@example.org' });
    await enterPerson(test, { email: 'yours@example.org' });
    const { rows } = await test.owner.query(`select id from contact where address_key = 'mine@example.org'`);
    const stranger = await signedIn('yours@example.org');
    for (const what of ['choices', 'removals']) {
      const { status } = await stranger.post(`/profile/contacts/${rows[0].id}/${what}`, {}, '/profile/contacts');
      expect(status).toBe(404);
    }
    expect((await signedIn('mine@example.org')).cookies.has('session')).toBe(true);
  });

  it('leaves an address to whoever confirms it first', async () => {
    await enterPerson(test, { email: 'claimer@example.org' });
    await enterPerson(test, { email: 'holder@example.org' });
    const browser = await signedIn('claimer@example.org');
    await browser.post('/profile/contacts', { email: 'holder@example.org' }, '/profile/contacts');
    const path = await linkOf(test, 'account-verify-contact');
    expect((await browser.post(path, {}, path)).status).toBe(409);
    const { rows } = await test.owner.query(
      `select 1 from contact where address_key = 'holder@example.org' and verified_at is not null`,
    );
    expect(rows).toHaveLength(1);
  });

  it('gets a second factor: key as picture and text, first code, recovery codes, a new session', async () => {
    await enterPerson(test, { email: 'enrol@example.org' });
    const [browser, other] = [await signedIn('enrol@example.org'), await signedIn('enrol@example.org')];
    const page = (await browser.get('/profile/second-factor')).text;
    expect(page).toContain('src="data:image/svg+xml;base64,');
    const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? '').replaceAll(' ', '');
    const confirm = (code: string) =>
      browser.post('/profile/second-factor/confirmations', { code }, '/profile/second-factor');
    expect((await confirm('000000')).status).toBe(422);
    const before = browser.cookies.get('session');
    const on = await confirm(totpCode(secret, await test.clock.now()));
    const codes = [...on.text.matchAll(/<code>([0-9a-z-]{19})<\/code>/g)].map(([, code]) => code ?? '');
    expect(codes).toHaveLength(10);
    expect(browser.cookies.get('session')).not.toBe(before);
    expect((await browser.get('/profile')).text).toContain('10 recovery codes left');
    expect((await other.get('/profile')).status).toBe(303);

    const credentials = { email: 'enrol@example.org', password: PASSWORD };
    const byCode = (totp: string) =>
      api()
        .post('/api/v1/tokens')
        .send({ ...credentials, totp });
    expect((await byCode(codes[0] ?? '')).status).toBe(201);
    expect((await byCode(codes[0] ?? '')).status).toBe(401);
    for (const sent of [credentials, { ...credentials, totp: '000000' }])
      expect((await api().post('/api/v1/tokens').send(sent)).body.problems).toMatchObject([{ field: 'totp' }]);
  });

  it('turns the second factor off only together with a password that can stand alone', async () => {
    const totpSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
    await enterPerson(test, { email: 'off@example.org', totpSecret });
    const browser = await signedIn('off@example.org');
    await browser.post('/sign-in/code', { code: totpCode(totpSecret, await test.clock.now()) }, '/sign-in/code');
    const turnOff = (password: string) =>
      browser.post('/profile/second-factor/removals', { password }, '/profile/second-factor');
    expect((await turnOff('vetchplo')).status).toBe(422);
    expect((await turnOff(NEW)).status).toBe(303);
    const signIn = await api().post('/api/v1/tokens').send({ email: 'off@example.org', password: NEW });
    expect(signIn.status).toBe(201);
  });

  it('sets up a second factor by program too', async () => {
    await enterPerson(test, { email: 'program@example.org' });
    const { body } = await api().post('/api/v1/tokens').send({ email: 'program@example.org', password: PASSWORD });
    const post = (path: string, form: object) =>
      api().post(path).set('authorization', `Bearer ${body.token}`).send(form);
    const { body: factor } = await post('/api/v1/me/second-factors', {});
    const code = totpCode(factor.secret, await test.clock.now());
    const { body: on } = await post('/api/v1/me/second-factors/confirmations', { code });
    const me = await api().get('/api/v1/me').set('authorization', `Bearer ${on.token}`);
    expect(me.body.assurance).toBe('two-factor');
    expect((await api().get('/api/v1/me').set('authorization', `Bearer ${body.token}`)).status).toBe(401);
  });
});

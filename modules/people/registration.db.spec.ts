import supertest from 'supertest';
import { useApp } from '../../test/support/app.js';
import { systemActor } from '../../src/kernel/actor.js';
import { Transaction } from '../../src/platform/database/transaction.js';
import { ConfirmAddress } from './use-cases/confirm-address.js';
import { TidyAccounts } from './use-cases/tidy-accounts.js';
import { Browser, enterPerson, lettersOf, linkOf, PASSWORD } from './testing/people-app.js';

describe('registering', () => {
  const test = useApp();
  const api = () => supertest(test.app.getHttpServer());
  const form = (email: string, more: object = {}) => ({ legalName: 'Ana Example', email, password: PASSWORD, ...more });
  const register = (browser: Browser, email: string) => browser.post('/register', form(email), '/register');
  const personsNamed = async (name: string) =>
    (await test.owner.query(`select * from person where legal_name = $1`, [name])).rows;

  it('makes a person once the mailed link was opened and its button pressed, and not before', async () => {
    const browser = new Browser(test);
    const sent = await register(browser, 'ana@example.org');
    expect(sent.headers['location']).toBe('/register/sent');
    const path = await linkOf(test, 'account-confirm-address');
    for (let scanner = 0; scanner < 3; scanner += 1) expect((await new Browser(test).get(path)).status).toBe(200);
    expect(await personsNamed('Ana Example')).toHaveLength(0);

    const confirmed = await browser.post(path, {}, path);
    expect(confirmed.headers['location']).toBe('/sign-in');
    expect(browser.cookies.has('session')).toBe(false);
    expect(await personsNamed('Ana Example')).toMatchObject([{ number: expect.stringMatching(/^P-/) }]);
    const signedIn = await browser.post('/sign-in', { email: 'ana@example.org', password: PASSWORD });
    expect(signedIn.headers['location']).toBe('/home');
  });

  it('takes a link once, and for 24 hours', async () => {
    const browser = new Browser(test);
    await register(browser, 'once@example.org');
    const path = await linkOf(test, 'account-confirm-address');
    await browser.post(path, {}, path);
    expect((await browser.post(path, {})).status).toBe(410);
    await register(browser, 'late@example.org');
    const late = await linkOf(test, 'account-confirm-address');
    test.clock.forward({ hours: 24 });
    expect((await browser.get(late)).status).toBe(410);
  });

  it('answers the same for a known address; only the letters differ, and go to the address', async () => {
    await enterPerson(test, { email: 'known@example.org', legalName: 'Known Example' });
    const [known, fresh] = [new Browser(test), new Browser(test)];
    const answers = [await register(known, 'Known@example.org'), await register(fresh, 'fresh@example.org')];
    expect(answers.map(({ status, text, headers }) => [status, text, headers['location']])[0]).toEqual(
      answers.map(({ status, text, headers }) => [status, text, headers['location']])[1],
    );
    const json = await Promise.all(
      ['known@example.org', 'other@example.org'].map((email) => api().post('/api/v1/people').send(form(email))),
    );
    expect([json[0]?.status, json[0]?.body]).toEqual([json[1]?.status, json[1]?.body]);
    expect((await lettersOf(test, 'account-exists')).map((letter) => letter.to_address)).toContain('known@example.org');
  });

  it('does not let a stranger fill a mailbox: three letters while earlier links are good', async () => {
    for (let i = 0; i < 5; i += 1) {
      expect((await api().post('/api/v1/people').send(form('flooded@example.org'))).status).toBe(202);
    }
    const letters = await lettersOf(test, 'account-confirm-address');
    expect(letters.filter((letter) => letter.to_address === 'flooded@example.org')).toHaveLength(3);
  });

  it('lets one of two confirmations of one address win when they race', async () => {
    const paths: string[] = [];
    for (const legalName of ['First Racer', 'Second Racer']) {
      await api().post('/api/v1/people').send(form('race@example.org', { legalName }));
      paths.push(await linkOf(test, 'account-confirm-address'));
    }
    const [first = '', second = ''] = paths.map((path) => path.split('/').at(-1));
    const confirm = test.get(ConfirmAddress);
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let inserted = () => {};
    const reached = new Promise<void>((resolve) => (inserted = resolve));
    const winner = test.run(async (tx) => {
      const person = await confirm.execute(tx, first);
      inserted();
      await held;
      return person;
    });
    await reached;
    const loser = test.run((tx) => confirm.execute(tx, second)).catch((error: unknown) => error);
    await untilSomebodyWaits();
    release();
    expect(await winner).toMatchObject({ email: 'race@example.org' });
    expect(await loser).toMatchObject({ code: expect.stringMatching(/^people\.(address_in_use|link_ended)$/) });
    const { rows } = await test.owner.query(`select 1 from contact where address_key = 'race@example.org'`);
    expect(rows).toHaveLength(1);
  });

  /** The proof that the two met: the second stands at the lock of the first. */
  async function untilSomebodyWaits(): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      const { rows } = await test.owner.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if (rows.length > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('Nobody waited: the two never raced');
  }

  it('shows the form again with what was typed, each field with its note, and never the password', async () => {
    const browser = new Browser(test);
    const wrong = { legalName: '', chosenName: 'Ana ᏍᏏᏉᏯ', email: 'nobody', password: 'short but secret' };
    const { status, text } = await browser.post('/register', { ...wrong, password: 'xK9!short' }, '/register');
    expect(status).toBe(422);
    expect(text).toContain('Ana ᏍᏏᏉᏯ');
    expect(text).toContain('Enter your legal name');
    expect(text).toContain('Enter an e-mail address we can write to');
    expect(text).toContain('Use at least 15 characters');
    expect(text).not.toContain('xK9!short');
  });

  it.each([
    ['Arabic', 'فاطمة الزهراء'],
    ['Devanagari', 'क्षितिज श्रीवास्तव'],
    ['Vietnamese, in two pieces', 'Nguyễn Thị Ánh'.normalize('NFD')],
    ['Chinese', '欧阳修'],
    ['Cherokee', 'ᏍᏏᏉᏯ'],
    ['an emoji', 'Robin 👩🏽‍🚒'],
    ['200 characters', 'Ö'.repeat(200)],
  ])('accepts a name in any script: %s', async (which, legalName) => {
    const email = `${encodeURIComponent(which).replace(/%../g, '')}@scripts.example`;
    await api().post('/api/v1/people').send(form(email, { legalName })).expect(202);
    const token = (await linkOf(test, 'account-confirm-address')).split('/').at(-1);
    const { body } = await api().post('/api/v1/verifications').send({ token }).expect(201);
    const { rows } = await test.owner.query(`select legal_name from person where id = $1`, [body.personId]);
    expect(rows[0].legal_name).toBe(legalName.normalize('NFC'));
  });

  it('keeps neither tokens nor passwords in the database as they were sent', async () => {
    const secret = 'a canary sings at dawn';
    await api()
      .post('/api/v1/people')
      .send(form('canary@example.org', { password: secret }))
      .expect(202);
    const token = (await linkOf(test, 'account-confirm-address')).split('/').at(-1);
    await api().post('/api/v1/verifications').send({ token }).expect(201);
    await test.runEffects();
    for (const table of ['registration', 'account', 'account_token', 'idempotency', 'audit', 'outbox', 'letter']) {
      const { rows } = await test.owner.query(`select t::text as row from ${table} t`);
      const all = rows.map(({ row }) => row).join('\n');
      expect(all).not.toContain(secret);
      expect(all).not.toContain(String(token));
    }
  });

  it('forgets registrations, links, sessions and tries whose time is over, and keeps the person', async () => {
    const person = await enterPerson(test, { email: 'tidy@example.org' });
    await api().post('/api/v1/tokens').send({ email: 'tidy@example.org', password: PASSWORD }).expect(201);
    await api().post('/api/v1/tokens').send({ email: 'tidy@example.org', password: 'not the password' }).expect(401);
    await api().post('/api/v1/password-resets').send({ email: 'tidy@example.org' }).expect(202);
    await api().post('/api/v1/people').send(form('untidy@example.org')).expect(202);
    const worker = await test.worker();
    const tidy = () =>
      worker
        .get(Transaction)
        .run({ actor: systemActor('test'), requestId: 'test' }, (tx) =>
          worker.get(TidyAccounts, { strict: false }).execute(tx),
        );
    const left = async () => {
      const tables = ['registration', 'account_token', 'session', 'sign_in_pace'];
      const found: boolean[] = [];
      for (const table of tables) found.push((await test.owner.query(`select 1 from ${table}`)).rows.length > 0);
      return found;
    };
    await tidy();
    expect(await left()).toEqual([true, true, true, true]);
    test.clock.forward({ days: 91 });
    await tidy();
    expect(await left()).toEqual([false, false, false, false]);
    expect(await personsNamed(person.legalName)).not.toHaveLength(0);
  });
});

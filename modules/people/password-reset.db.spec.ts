import supertest from 'supertest';
import { useApp } from '../../test/support/app.js';
import { Browser, enterPerson, lettersOf, linkOf, PASSWORD } from './testing/people-app.js';

const NEW = 'plover in the wet meadow';

describe('a lost password', () => {
  const test = useApp();
  const api = () => supertest(test.app.getHttpServer());
  const signIn = (email: string, password: string) => api().post('/api/v1/tokens').send({ email, password });
  const askFor = async (email: string) => {
    const browser = new Browser(test);
    return browser.post('/password-resets', { email }, '/password-resets');
  };

  it('is replaced by a mailed link that signs nobody in', async () => {
    await enterPerson(test, { email: 'lost@example.org' });
    await askFor('lost@example.org');
    const path = await linkOf(test, 'account-password-link');
    const browser = new Browser(test);
    expect((await browser.get(path)).status).toBe(200);
    expect(browser.cookies.has('session')).toBe(false);
    const saved = await browser.post(path, { password: NEW }, path);
    expect(saved.headers['location']).toBe('/sign-in');
    expect(browser.cookies.has('session')).toBe(false);
    expect((await signIn('lost@example.org', PASSWORD)).status).toBe(401);
    expect((await signIn('lost@example.org', NEW)).status).toBe(201);
    expect(await lettersOf(test, 'account-password-changed')).toContainEqual({ to_address: 'lost@example.org' });
  });

  it('is not changed by opening the link, however often a scanner does', async () => {
    await enterPerson(test, { email: 'scanned@example.org' });
    await askFor('scanned@example.org');
    const path = await linkOf(test, 'account-password-link');
    for (let i = 0; i < 5; i += 1) await new Browser(test).get(path);
    expect((await signIn('scanned@example.org', PASSWORD)).status).toBe(201);
    expect((await new Browser(test).get(path)).status).toBe(200);
  });

  it('takes the link once, and with it dies every other one that was mailed', async () => {
    await enterPerson(test, { email: 'twice@example.org' });
    await askFor('twice@example.org');
    const first = await linkOf(test, 'account-password-link');
    await askFor('twice@example.org');
    const second = await linkOf(test, 'account-password-link');
    const browser = new Browser(test);
    await browser.post(second, { password: NEW }, second);
    for (const path of [first, second]) {
      expect((await browser.get(path)).status).toBe(410);
      expect((await browser.post(path, { password: 'another heron far away' })).status).toBe(410);
    }
    expect((await signIn('twice@example.org', NEW)).status).toBe(201);
  });

  it('takes the link for one hour', async () => {
    await enterPerson(test, { email: 'hour@example.org' });
    await askFor('hour@example.org');
    const path = await linkOf(test, 'account-password-link');
    test.clock.forward({ minutes: 59 });
    expect((await new Browser(test).get(path)).status).toBe(200);
    test.clock.forward({ minutes: 1 });
    expect((await new Browser(test).get(path)).status).toBe(410);
  });

  it('answers the same for an address nobody has, and writes no letter', async () => {
    await enterPerson(test, { email: 'real@example.org' });
    const before = (await lettersOf(test, 'account-password-link')).length;
    const [real, nobody] = [await askFor('real@example.org'), await askFor('nobody@example.org')];
    expect([nobody.status, nobody.headers['location'], nobody.text]).toEqual([
      real.status,
      real.headers['location'],
      real.text,
    ]);
    expect(await lettersOf(test, 'account-password-link')).toHaveLength(before + 1);
  });

  it('ends every session and forgets every browser', async () => {
    await enterPerson(test, { email: 'ended@example.org' });
    const { body } = await signIn('ended@example.org', PASSWORD);
    const browser = new Browser(test);
    await browser.post('/sign-in', { email: 'ended@example.org', password: PASSWORD });
    await askFor('ended@example.org');
    const token = (await linkOf(test, 'account-password-link')).split('/').at(-1);
    await api().post('/api/v1/passwords').send({ token, password: NEW }).expect(204);
    expect((await api().get('/api/v1/me').set('authorization', `Bearer ${body.token}`)).status).toBe(401);
    expect((await browser.get('/profile')).status).toBe(303);
    const { rows } = await test.owner.query(
      `select 1 from known_device join contact using (person_id) where address_key = 'ended@example.org'`,
    );
    expect(rows).toHaveLength(0);
  });

  it('gives way again to somebody whom strangers held up', async () => {
    await enterPerson(test, { email: 'held@example.org' });
    for (let i = 0; i < 6; i += 1) await signIn('held@example.org', 'a wrong guess of a stranger');
    expect((await signIn('held@example.org', PASSWORD)).status).toBe(429);
    await askFor('held@example.org');
    const token = (await linkOf(test, 'account-password-link')).split('/').at(-1);
    await api().post('/api/v1/passwords').send({ token, password: NEW }).expect(204);
    expect((await signIn('held@example.org', NEW)).status).toBe(201);
  });

  it('asks for a password that is not easily guessed, and keeps the link good meanwhile', async () => {
    await enterPerson(test, { email: 'weak@example.org' });
    await askFor('weak@example.org');
    const path = await linkOf(test, 'account-password-link');
    const browser = new Browser(test);
    const weak = await browser.post(path, { password: 'goodstanding2026' }, path);
    expect([weak.status, weak.text.includes('Choose another one')]).toEqual([422, true]);
    expect((await browser.post(path, { password: NEW }, path)).status).toBe(303);
  });
});

import supertest from 'supertest';
import { useApp } from '../../test/support/app.js';
import { Browser, enterPerson, PASSWORD } from './testing/people-app.js';
import { totpCode } from './people.public.js';
import { newTotpSecret } from './secrets/totp.js';

describe('signing in', () => {
  const test = useApp();
  const api = () => supertest(test.app.getHttpServer());
  const tokenFor = (form: object) => api().post('/api/v1/tokens').send(form);

  it('gives a program a token that opens the API until it is ended', async () => {
    const person = await enterPerson(test, { email: 'token@example.org' });
    const { status, body } = await tokenFor({ email: 'Token@Example.org', password: PASSWORD });
    expect(status).toBe(201);
    const me = await api().get('/api/v1/me').set('authorization', `Bearer ${body.token}`);
    expect(me.body).toMatchObject({ number: person.number, email: 'token@example.org', assurance: 'password' });
    const ended = await api().delete('/api/v1/tokens').set('authorization', `Bearer ${body.token}`);
    expect(ended.status).toBe(204);
    const after = await api().get('/api/v1/me').set('authorization', `Bearer ${body.token}`);
    expect(after.status).toBe(401);
  });

  it('keeps a page session and a token apart: neither opens the other door', async () => {
    await enterPerson(test, { email: 'apart@example.org' });
    const { body } = await tokenFor({ email: 'apart@example.org', password: PASSWORD });
    const browser = new Browser(test);
    browser.cookies.set('session', body.token);
    expect((await browser.get('/sign-in')).status).toBe(200);
    await browser.post('/sign-in', { email: 'apart@example.org', password: PASSWORD });
    const session = browser.cookies.get('session');
    const me = await api().get('/api/v1/me').set('authorization', `Bearer ${session}`);
    expect(me.status).toBe(401);
  });
});

import supertest from 'supertest';
import { useApp } from '../../test/support/app.js';
import { enterPerson, PASSWORD } from './testing/people-app.js';

describe('many who ask at the same moment', () => {
  const test = useApp();
  const api = () => supertest(test.app.getHttpServer());
  const me = (token: string) => api().get('/api/v1/me').set('authorization', `Bearer ${token}`);
  const signIn = async (email: string) => {
    const { body } = await api().post('/api/v1/tokens').send({ email, password: PASSWORD });
    return body.token as string;
  };

  it('are each known as who they are, and a token of nobody as nobody', async () => {
    const people: { number: string; token: string }[] = [];
    for (const name of ['ada', 'ben', 'cy']) {
      const email = `${name}@example.org`;
      const { number } = await enterPerson(test, { email });
      people.push({ number, token: await signIn(email) });
    }
    const crowd = Array.from({ length: 8 }, () => people).flat();
    const answers = await Promise.all([...crowd.map(({ token }) => me(token)), me('of-nobody')]);
    expect(answers.map(({ body }) => body.number)).toEqual([...crowd.map(({ number }) => number), undefined]);
    expect(answers.at(-1)?.status).toBe(401);
  });

  it('find a session that was ended before they asked ended, however many ask beside', async () => {
    const email = 'everywhere@example.org';
    await enterPerson(test, { email });
    const [here, there] = [await signIn(email), await signIn(email)];
    const crowd = (token: string) => Promise.all(Array.from({ length: 20 }, () => me(token)));
    const asking = crowd(here);
    const ended = await api().delete('/api/v1/tokens').set('authorization', `Bearer ${there}`);
    expect(ended.status).toBe(204);
    const statuses = new Set((await crowd(there)).map(({ status }) => status));
    expect([...statuses]).toEqual([401]);
    expect((await asking).every(({ status }) => status === 200)).toBe(true);
  });
});

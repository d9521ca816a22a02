import supertest from 'supertest';
import { businessOf, personActor } from '../../../test/support/by-person-id.js';
import { useApp } from '../../../test/support/app.js';
import { insertPerson } from '../../../test/support/factories/person.js';
import { visitor, type Visitor } from '../../../test/support/visitor.js';
import { Quizzes } from '../quizzes.public.js';
import { QuizzesModule } from '../quizzes.module.js';
import { exampleQuiz, rightAnswer } from '../testing/example-quiz.js';
import { ReadAttempt } from '../use-cases/read-attempt.js';

describe('a quiz in the browser, without scripts', () => {
  const test = useApp({ business: businessOf([QuizzesModule]) });
  const quiz = exampleQuiz({ items: exampleQuiz().items.map((item) => ({ ...item, scenario: 'A short scene.' })) });
  let person: string;
  let browser: Visitor;
  let address: string;

  beforeAll(() => test.run((tx) => test.get(Quizzes).publish(tx, quiz)));
  beforeEach(async () => {
    test.clock.set('2026-11-21T15:00:00Z');
    person = await insertPerson(test.owner);
    browser = visitor(test, person);
    await browser.get('/quizzes/listening-check');
    address = (await browser.post('/quizzes/listening-check/attempts')).headers['location'] ?? '';
  });

  const attempt = async () => {
    const attemptId = address.split('/')[2] ?? '';
    const reading = await test.run((tx) => test.get(ReadAttempt).execute(tx, { attemptId }), personActor(person));
    if (reading.state !== 'open') throw new Error(reading.state);
    return reading;
  };
  /** The whole form as a browser sends it, everything right. */
  const rightForm = async () => {
    const fields: Record<string, unknown> = {};
    for (const { itemCode, place, revision } of (await attempt()).questions) {
      const answer = rightAnswer(quiz.items.find((item) => item.code === itemCode) ?? fail(itemCode));
      fields[`r${place}`] = String(revision);
      if ('chosen' in answer) fields[`q${place}`] = answer.chosen;
      else for (const [key, at] of Object.entries(answer.places)) fields[`q${place}.${key}`] = String(at);
    }
    return fields;
  };
  const fail = (what: string): never => {
    throw new Error(`nothing for ${what}`);
  };

  it('says beforehand what it asks, and begins one attempt for two presses of the button', async () => {
    const page = await visitor(test, await insertPerson(test.owner)).get('/quizzes/listening-check');
    expect(page.text).toContain('6 questions in one sitting of 30 minutes. 80% is a pass.');
    expect(page.text).toContain('Start the quiz');
    await browser.get('/quizzes/listening-check');
    expect((await browser.get('/quizzes/listening-check')).text).toContain('Go on with your attempt');
    expect((await browser.post('/quizzes/listening-check/attempts')).headers['location']).toBe(address);
  });

  it('shows every question on one page, without its key', async () => {
    const page = await browser.get(address);
    expect(page.text.match(/data-question=/g)).toHaveLength(6);
    expect(page.text).toContain('A short scene.');
    // Only the device knows the zone: without its script the page tells what is left, and no time of another place.
    expect(page.text).toContain('<strong>30 minutes were left</strong>');
    expect(page.text).not.toContain('UTC');
    expect(page.text).not.toContain('Why a.');
  });

  it('keeps answers that are saved with a button, and shows them again', async () => {
    await browser.get(address);
    const place = (await attempt()).questions.find((question) => question.kind === 'single')?.place ?? 0;
    const saved = await browser.post(`${address}/answers`, { [`r${place}`]: '0', [`q${place}`]: 'c' });
    expect(saved.headers['location']).toBe(address);
    const page = await browser.get(address);
    expect(page.text).toContain('Your answers are saved.');
    expect(page.text).toMatch(new RegExp(`name="q${place}" value="c" checked`));
  });

  it('keeps the newer answer when an older tab sends its form, saves the others, and is not handed in unseen', async () => {
    const place = (await attempt()).questions.find((question) => question.kind === 'single')?.place ?? 0;
    const newer = { [`r${place}`]: '0', [`q${place}`]: 'b' };
    await browser.get(address);
    await browser.post(`${address}/answers`, newer);
    await browser.get(address);
    const other = (await attempt()).questions.find((question) => question.kind === 'multiple')?.place ?? 0;
    const sent = { ...newer, [`q${place}`]: 'd', [`r${other}`]: '0', [`q${other}`]: 'a' };
    for (const button of ['answers', 'submissions']) {
      const older = await browser.post(`${address}/${button}`, sent);
      expect([older.status, older.headers['location']]).toEqual([303, address]);
      expect((await browser.get(address)).text).toContain('A newer answer is already saved');
    }
    expect((await attempt()).questions.find((question) => question.place === other)?.revision).toBe(1);
    const kept = (await attempt()).questions.find((question) => question.place === place);
    expect(kept?.answer).toEqual({ chosen: ['b'] });
  });

  it('is handed in once with everything on the page, and explains the result', async () => {
    await browser.get(address);
    const done = await browser.post(`${address}/submissions`, await rightForm());
    expect(done.headers['location']).toBe(`${address}/result`);
    const result = await browser.get(`${address}/result`);
    expect(result.text).toContain('100%');
    expect(result.text).toContain('Passed');
    expect(result.text).toContain('Why a.');
    expect(result.text).toContain('Well understood');
    expect((await browser.get(address)).headers['location']).toBe(`${address}/result`);
  });

  it('handed in without a right answer says not passed yet, and when the next attempt opens', async () => {
    await browser.get(address);
    await browser.post(`${address}/submissions`, {});
    const result = await browser.get(`${address}/result`);
    expect(result.text).toContain('Not passed yet');
    expect(result.text).toContain('22 November 2026, 3:00 pm UTC');
    expect(result.text).toContain('2 attempts left');
    expect(result.text).not.toMatch(/\bfail/i);
    await browser.get('/quizzes/listening-check');
    const early = await browser.post('/quizzes/listening-check/attempts');
    expect(early.status).toBe(409);
    expect(early.text).toContain('The next attempt opens on 22 November 2026');
  });

  it('sent after its time counts what was saved, keeps what came along beside it, and says so', async () => {
    await browser.get(address);
    const form = await rightForm();
    test.clock.set('2026-11-21T15:30:10Z');
    const late = await browser.post(`${address}/answers`, form);
    expect(late.headers['location']).toBe(`${address}/result`);
    const result = await browser.get(`${address}/result`);
    expect(result.text).toContain('The time ran out.');
    expect(result.text).toContain('Everything saved before the end counts; what came later is kept beside it.');
    expect(result.text).toContain('0%');
    expect(result.text).toContain('6 answers reached us after the end of this attempt');
    expect(result.text).toContain('(Good practice; your choice after the end)');
  });

  it('opened after its time says that the time has ended, and leads to the result', async () => {
    test.clock.set('2026-11-21T15:31:00Z');
    expect((await browser.get(address)).text).toContain('The time has ended');
    await browser.post(`${address}/submissions`);
    expect((await browser.get(`${address}/result`)).text).toContain('Not passed yet');
  });

  it('tells its script what became of each answer, and how the attempt stands', async () => {
    await browser.get(address);
    const place = (await attempt()).questions.find((question) => question.kind === 'single')?.place ?? 0;
    const send = (key: string, at = place) =>
      browser.put(`${address}/answers`, { answers: JSON.stringify([{ place: at, revision: 1, chosen: [key] }]) });
    const end = { deadlineAt: '2026-11-21T15:30:00Z', secondsLeft: 1800 };
    const saved = { place, revision: 1, savedAt: '2026-11-21T15:00:00Z', state: 'saved' };
    expect((await send('a')).body).toEqual({ answers: [saved], ...end });
    const kept = { ...saved, state: 'older', answer: { chosen: ['a'] } };
    expect((await send('b')).body).toEqual({ answers: [kept], ...end });
    expect((await send('b', 99)).status).toBe(404);
    expect((await browser.post(`${address}/contacts`)).body).toEqual({ state: 'open', ...end });
    test.clock.set('2026-11-21T15:30:10Z');
    expect((await send('c')).body).toMatchObject({ code: 'quizzes.time_is_up' });
    expect((await browser.post(`${address}/contacts`)).body).toMatchObject({ state: 'over', secondsLeft: 0 });
    const late = await browser.post(`${address}/late-answers`, {
      answers: JSON.stringify([{ place, chosen: ['c'], secondsAgo: 30 }]),
    });
    expect(late.body).toEqual({ kept: 1 });
  });

  it('has no pages for a stranger, and none for somebody who is not signed in', async () => {
    const stranger = visitor(test, await insertPerson(test.owner));
    for (const path of [address, `${address}/result`, '/attempts/1', '/quizzes/none'])
      expect((await stranger.get(path)).status).toBe(404);
    await stranger.get('/quizzes/listening-check');
    for (const path of [`${address}/answers`, `${address}/submissions`])
      expect((await stranger.post(path, { q1: 'a' })).status).toBe(404);
    expect((await visitor(test).get(address)).headers['location']).toContain('/sign-in');
  });

  it('can be taken by a program in the same way', async () => {
    const api = (method: 'get' | 'post' | 'put', path: string, body?: object, who = person) => {
      const request = supertest(test.app.getHttpServer())
        [method](`/api/v1${path}`)
        .set('authorization', `Bearer ${who}`);
      return body ? request.send(body) : request;
    };
    const me = await insertPerson(test.owner);
    const { body: started } = await api('post', '/attempts', { quizCode: 'listening-check' }, me);
    expect(started).toMatchObject({ state: 'open', secondsLeft: 1800, deadlineAt: '2026-11-21T15:30:00Z' });
    for (const { itemCode } of started.questions) {
      const answer = rightAnswer(quiz.items.find((item) => item.code === itemCode) ?? fail(itemCode));
      const saved = await api('put', `/attempts/${started.id}/answers/${itemCode}`, { revision: 1, ...answer }, me);
      expect(saved.body).toMatchObject({ itemCode, revision: 1, savedAt: '2026-11-21T15:00:00Z' });
    }
    const { body: result, status } = await api('post', `/attempts/${started.id}/submissions`, {}, me);
    expect(status).toBe(200);
    expect(result).toMatchObject({ state: 'closed', percent: 100, passed: true });
    expect((await api('get', '/quizzes/listening-check', undefined, me)).body.next).toEqual({ state: 'passed' });
    expect((await api('get', `/attempts/${started.id}`)).status).toBe(404);
    expect((await api('put', `/attempts/${started.id}/answers/x`, { revision: 0 }, me)).status).toBe(422);
    const [{ itemCode, kind }] = started.questions;
    const changed = { itemCode, ...(kind === 'ordering' ? { places: {} } : { chosen: [] }), secondsAgo: 5 };
    const late = (answers: object[], who = me) => api('post', `/attempts/${started.id}/late-answers`, { answers }, who);
    expect((await late([changed])).body).toMatchObject({ kept: 1 });
    expect((await late([{ ...changed, itemCode: 'x' }])).status).toBe(404);
    expect((await late([{ ...changed, secondsAgo: -1 }])).status).toBe(422);
    expect((await late([changed], person)).status).toBe(404);
    expect((await api('post', '/attempts', {}, me)).body).toMatchObject({ code: 'input.needs_attention' });
  });
});

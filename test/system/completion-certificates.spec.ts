import supertest from 'supertest';
import { useApp } from '../support/app.js';
import { businessOf } from '../support/by-person-id.js';
import { insertPerson } from '../support/factories/person.js';
import { readPdf } from '../support/pdf.js';
import { visitor, type Visitor } from '../support/visitor.js';
import { VerificationModule } from '../../modules/verification/verification.module.js';
import { CourseContent } from '../../modules/courses/courses.public.js';
import { CoursesModule } from '../../modules/courses/courses.module.js';
import { COURSE, learning } from '../../modules/courses/testing/learning.js';

const RECORD = `/courses/${COURSE}/completion`;

describe('a certificate of completion on pages and as JSON', () => {
  const test = useApp({ business: businessOf([CoursesModule, VerificationModule]) });
  const { finish } = learning(test);
  let person: string;
  let learner: Visitor;

  beforeAll(async () => {
    await test.run((tx) => test.get(CourseContent).load(tx, 'content'));
  });
  beforeEach(async () => {
    test.clock.set('2026-11-21T15:00:00Z');
    person = await insertPerson(test.owner, 'Zoë Nguyễn');
    learner = visitor(test, person);
  });

  const numberIn = (html: string) => /\/c\/(GC-[\w-]+)/.exec(html)?.[1] ?? '';
  const api = (method: 'get' | 'post', who = person) =>
    supertest(test.app.getHttpServer())
      [method](`/api/v1/courses/${COURSE}/certificate`)
      .set('authorization', `Bearer ${who}`);

  it('is asked for by a button, says that it is under way, and is downloaded, all without scripts', async () => {
    await finish(person);
    expect((await learner.get(RECORD)).text).toContain(`action="${RECORD}/certificates"`);
    const asked = await learner.post(`${RECORD}/certificates`);
    expect([asked.status, asked.headers['location']]).toEqual([303, `${RECORD}#certificate`]);
    const waiting = await learner.get(RECORD);
    expect(waiting.text).toContain('Your certificate is being prepared');
    expect(waiting.text).not.toContain('Download your certificate');
    expect((await learner.get(`${RECORD}/certificate`)).status).toBe(409);
    await test.runEffects();
    const ready = await learner.get(RECORD);
    expect(ready.text).toContain(`href="${RECORD}/certificate"`);
    expect(ready.text).not.toContain('being prepared');
    const file = await learner.get(`${RECORD}/certificate`);
    expect([file.status, file.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(file.headers['content-disposition']).toContain(`${numberIn(ready.text)}.pdf`);
    expect((await readPdf(file.body)).text).toContain('Zoë Nguyễn');
  });

  it('is nothing to anybody else, and nobody’s before they sign in', async () => {
    await finish(person);
    await learner.get(RECORD);
    await learner.post(`${RECORD}/certificates`);
    await test.runEffects();
    const stranger = visitor(test, await insertPerson(test.owner));
    await stranger.get(`/courses/${COURSE}`);
    for (const path of [RECORD, `${RECORD}/certificate`]) expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.post(`${RECORD}/certificates`)).status).toBe(404);
    expect((await visitor(test).get(`${RECORD}/certificate`)).headers['location']).toContain('/sign-in');
    expect((await stranger.get('/desk/completions')).status).toBe(404);
  });

  it('is checked where credentials are, with the name only by the address in the QR code', async () => {
    await finish(person);
    await learner.get(RECORD);
    await learner.post(`${RECORD}/certificates`);
    await test.runEffects();
    const html = (await learner.get(RECORD)).text;
    const number = numberIn(html);
    const scanned = /href="(\/c\/[^"]+)"/.exec(html)?.[1]?.replaceAll('&#x3D;', '=') ?? '';

    const anybody = visitor(test);
    await anybody.get('/verify');
    const typed = await anybody.post('/verify', { number: number.toLowerCase().replaceAll('-', ' ') });
    expect([typed.status, typed.headers['location']]).toEqual([303, `/c/${number}`]);
    const open = await anybody.get(`/c/${number}`);
    expect(open.headers).toMatchObject({ 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'same-origin' });
    for (const words of ['This completion is on record', '21 November 2026', '2 h 42 min', 'This is no credential'])
      expect(open.text).toContain(words);
    expect(open.text).not.toContain('Nguyễn');
    expect((await anybody.get(scanned)).text).toContain('Zoë Nguyễn');

    const slip = number.slice(0, -1) + (number.endsWith('2') ? '3' : '2');
    await anybody.get('/verify');
    expect((await anybody.post('/verify', { number: slip })).headers['location']).toBe(`/c/${slip}`);
    const answers = [await anybody.get(`/c/${slip}`), await anybody.get('/c/GC-2222-2222-2222-2')];
    expect(answers.map(({ status }) => status)).toEqual([422, 404]);
    anybody.cookies.set('language', 'es');
    expect((await anybody.get(`/c/${number}`)).text).toContain('Está registrado que se terminó');
  });

  it('is the same for programs, without the token of the paper', async () => {
    await finish(person);
    expect((await api('get')).body).toMatchObject({ certificate: null });
    const asked = await api('post');
    expect(asked.status).toBe(201);
    expect(asked.body.certificate).toEqual({
      number: expect.stringMatching(/^GC-/),
      state: 'pending',
      isThere: false,
      isOutdated: false,
    });
    await test.runEffects();
    expect((await api('get')).body.certificate).toMatchObject({ state: 'stored', isThere: true });
    expect((await api('get', await insertPerson(test.owner))).status).toBe(404);
  });
});

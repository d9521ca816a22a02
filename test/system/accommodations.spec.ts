import supertest from 'supertest';
import { Temporal } from 'temporal-polyfill';
import type { PersonActor, Role } from '../../src/kernel/actor.js';
import { useApp } from '../support/app.js';
import { visitor } from '../support/visitor.js';
import { arrangeCase, signedIn, tokenOf, type Case } from '../../modules/certification/testing/certification-case.js';
import { exampleQuiz } from '../../modules/quizzes/testing/example-quiz.js';
import { Quizzes } from '../../modules/quizzes/quizzes.public.js';
import { Accommodations } from '../../modules/quizzes/accommodations.public.js';

describe('what helps a person in quizzes and exams', () => {
  const test = useApp();
  let body: Case;
  beforeAll(async () => {
    body = await arrangeCase(test);
  });

  const api = (actor: PersonActor) => {
    const authorization = `Bearer ${tokenOf(actor, 'api')}`;
    const server = () => supertest(test.app.getHttpServer());
    return {
      get: (path: string) => server().get(`/api/v1/${path}`).set({ authorization }),
      post: (path: string, sent: object = {}) => server().post(`/api/v1/${path}`).set({ authorization }).send(sent),
    };
  };
  const rows = async (sql: string, values: unknown[] = []) => (await test.owner.query(sql, values)).rows;
  const person = (name: string, ...roles: Role[]) =>
    signedIn(test, name, roles.length ? body.bodyId : undefined, ...roles);
  const ask = (by: PersonActor, wish: object) =>
    api(by).post('accommodation-requests', { bodyId: body.bodyId, ...wish });
  const holds = (by: PersonActor) => test.run((tx) => test.get(Accommodations).of(tx, by.personId), by);
  const settled = { extraTimePercent: 25, largeText: true, validFrom: '2026-01-01' };
  const lettersTo = async ({ personId }: PersonActor) =>
    (await rows('select kind from letter where person_id = $1 order by kind', [personId])).map(({ kind }) => kind);

  it('is asked for without a word on why: what is sent besides is dropped, and nothing at all is no request', async () => {
    const nora = await person('Nora Newcomer');
    const nothing = await ask(nora, { extraTimePercent: 0 });
    expect([nothing.status, nothing.body.code]).toEqual([422, 'quizzes.accommodation_of_nothing']);
    expect((await ask(nora, { extraTimePercent: 900 })).status).toBe(422);
    const asked = await ask(nora, { extraTimePercent: 50, note: 'Because of something private', diagnosis: 'private' });
    expect(asked.status).toBe(201);
    const kept = await rows('select * from accommodation_request where id = $1', [asked.body.requestId]);
    const audited = await rows('select * from audit where subject_id = $1', [asked.body.requestId]);
    expect(JSON.stringify([kept, audited])).not.toContain('rivate');
    expect(audited).toHaveLength(1);
  });

  it('is one request at a time, however often it is sent, and can be taken back by the person alone', async () => {
    const wim = await person('Wim Waiting');
    const all = await Promise.all([1, 2, 3].map(() => ask(wim, { reader: true })));
    expect(all.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
    const { requestId } = all.find(({ status }) => status === 201)?.body ?? {};
    const path = `accommodation-requests/${requestId}/withdrawals`;
    expect((await api(body.stranger).post(path)).status).toBe(404);
    expect((await api(wim).post(path)).status).toBe(200);
    expect((await api(wim).post(path)).body.code).toBe('quizzes.accommodation_request_answered');
    expect((await ask(wim, { reader: true })).status).toBe(201);
  });

  it('holds from the day it is granted, as asked or adjusted, and the letter does not say what it is', async () => {
    const gus = await person('Gus Granted');
    const { requestId } = (await ask(gus, { extraTimePercent: 100 })).body;
    expect(await holds(gus)).toMatchObject({ extraTimePercent: 0 });
    const granted = await api(body.registrar).post(`desk/accommodation-requests/${requestId}/grants`, settled);
    expect(granted.status).toBe(201);
    expect(await holds(gus)).toMatchObject({ extraTimePercent: 25, largeText: true, reader: false });
    const again = await api(body.registrar).post(`desk/accommodation-requests/${requestId}/grants`, settled);
    expect(again.body.code).toBe('quizzes.accommodation_request_answered');
    expect(await rows('select 1 from accommodation where person_id = $1', [gus.personId])).toHaveLength(1);

    const path = `desk/accommodations/${granted.body.accommodationId}/adjustments`;
    const wrongDays = { ...settled, validFrom: '2026-06-01', validUntil: '2026-05-01' };
    expect((await api(body.registrar).post(path, wrongDays)).body.code).toBe('quizzes.accommodation_last_day');
    const adjusted = await api(body.registrar).post(path, { ...settled, extraTimePercent: 75, largeText: false });
    expect(await holds(gus)).toMatchObject({ extraTimePercent: 75, largeText: false });
    const { accommodationId } = adjusted.body;
    expect((await api(body.registrar).post(`desk/accommodations/${accommodationId}/endings`)).status).toBe(200);
    expect(await holds(gus)).toMatchObject({ extraTimePercent: 0 });
    expect(await lettersTo(gus)).toEqual(['accommodation-ended', 'accommodation-settled', 'accommodation-settled']);
    const words = await rows('select words from letter where person_id = $1', [gus.personId]);
    expect(JSON.stringify(words)).not.toMatch(/25|75|larger/);
  });

  it('can be answered with a reason that says nothing about the person, and asked for anew', async () => {
    const del = await person('Del Declined');
    const { requestId } = (await ask(del, { breakMinutes: 60 })).body;
    const path = `desk/accommodation-requests/${requestId}/declines`;
    expect((await api(body.registrar).post(path, { reason: 'because I say so' })).status).toBe(422);
    expect((await api(body.registrar).post(path, { reason: 'arranged_on_site' })).status).toBe(201);
    const page = await visitor(test, tokenOf(del, 'page')).get('/accommodations');
    expect(page.text).toContain('It is arranged in the room where the exam is sat');
    expect(await lettersTo(del)).toEqual(['accommodation-declined']);
    expect((await ask(del, { breakMinutes: 30 })).status).toBe(201);
  });

  it('is given up by the person whenever they like, and by no other person', async () => {
    const eve = await person('Eve Ender');
    const { requestId } = (await ask(eve, { wideSpacing: true })).body;
    const granted = await api(body.registrar).post(`desk/accommodation-requests/${requestId}/grants`, {
      wideSpacing: true,
      validFrom: '2026-01-01',
    });
    const path = `accommodations/${granted.body.accommodationId}/endings`;
    expect((await api(body.stranger).post(path)).status).toBe(404);
    expect((await api(eve).post(path)).status).toBe(200);
    expect(await holds(eve)).toMatchObject({ wideSpacing: false });
    await expect(
      test.owner.query(`update accommodation set ended_at = null, ended_by = null where id = $1`, [
        granted.body.accommodationId,
      ]),
    ).rejects.toThrow('once');
  });

  it('is seen by nobody who decides, even where they keep the register too, and granted by nobody to themselves', async () => {
    const both = await person('Bo Both', 'registrar', 'decider');
    const own = await person('Olga Own', 'registrar');
    const { requestId } = (await ask(own, { reader: true })).body;
    const seen = await api(both).get('desk/accommodation-requests');
    expect(seen.body).toMatchObject({ requests: [], next: null });
    expect((await api(both).post(`desk/accommodation-requests/${requestId}/grants`, settled)).status).toBe(404);
    const herself = await api(own).post(`desk/accommodation-requests/${requestId}/grants`, settled);
    expect([herself.status, herself.body.code]).toEqual([403, 'quizzes.accommodation_for_oneself']);
    const colleague = await api(body.registrar).get('desk/accommodation-requests');
    expect(colleague.body.requests).toContainEqual(
      expect.objectContaining({ id: requestId, person: expect.objectContaining({ legalName: 'Olga Own' }) }),
    );
  });

  it('has pages: for the person, where wrong input keeps what was typed, and for the desk', async () => {
    const pia = await person('Pia Pages');
    const browser = visitor(test, tokenOf(pia, 'page'));
    await browser.get('/accommodations');
    const empty = await browser.post('/accommodations/requests', { bodyId: body.bodyId });
    expect([empty.status, empty.text.includes('Choose at least one thing that helps')]).toEqual([422, true]);
    const wrong = await browser.post('/accommodations/requests', { bodyId: 'x', breakMinutes: '30', reader: 'yes' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toMatch(/<option value="30" selected>/);
    expect(wrong.text).toMatch(/name="reader" value="yes" checked/);
    const sent = await browser.post('/accommodations/requests', {
      bodyId: body.bodyId,
      extraTimePercent: '',
      breakMinutes: '30',
    });
    expect(sent.headers['location']).toBe('/accommodations');
    const desk = visitor(test, tokenOf(body.registrar, 'page'));
    const list = (await desk.get('/desk/accommodations')).text;
    expect(list).toContain('Pia Pages');
    const [, path = ''] = /href="(\/desk\/accommodations\/requests\/[^"]+)">Pia Pages/.exec(list) ?? [];
    expect((await desk.get(path)).text).toMatch(/name="breakMinutes"[^>]*value="30"/);
    const again = await desk.post(`${path}/grants`, { breakMinutes: 'many', validFrom: '2026-01-01', validUntil: '' });
    expect(again.status).toBe(422);
    expect(again.text).toMatch(/name="breakMinutes"[^>]*value="many"/);
    await desk.get(path);
    await desk.post(`${path}/grants`, { breakMinutes: '40', validFrom: '2026-01-01', validUntil: '' });
    expect(await holds(pia)).toMatchObject({ breakMinutes: 40 });
    expect((await desk.get('/desk/accommodations?show=granted')).text).toContain('40 minutes for breaks');
    expect((await browser.get('/accommodations')).text).toContain('40 minutes for breaks');
  });

  it('shows in a quiz: time with the breaks in it, larger text, letters for answers, a clock that speaks only when asked', async () => {
    await test.run((tx) => test.get(Quizzes).publish(tx, exampleQuiz()));
    const ana = await person('Ana Aloud');
    const plain = await person('Paul Plain');
    const { requestId } = (await ask(ana, { reader: true })).body;
    const helps = { extraTimePercent: 50, breakMinutes: 10, reader: true, largeText: true, validFrom: '2026-01-01' };
    await api(body.registrar).post(`desk/accommodation-requests/${requestId}/grants`, helps);
    const pageOf = async (who: PersonActor) => {
      const { body: attempt } = await api(who).post('attempts', { quizCode: 'listening-check' });
      const minutes = (Date.parse(attempt.deadlineAt) - Date.parse(attempt.startedAt)) / 60_000;
      return { minutes, text: (await visitor(test, tokenOf(who, 'page')).get(`/attempts/${attempt.id}`)).text };
    };
    const aloud = await pageOf(ana);
    expect(aloud.minutes).toBe(55);
    expect(aloud.text).toContain('class="gs-for-reader gs-larger"');
    expect(aloud.text).toMatch(/>A\. [^<]+<\/label>/);
    expect(aloud.text).toContain(' data-exam-quiet');
    const asForAll = await pageOf(plain);
    expect(asForAll.minutes).toBe(30);
    expect(asForAll.text).not.toMatch(/gs-for-reader|gs-larger|>A\. /);
    expect(asForAll.text).not.toContain('data-exam-quiet');
  });

  // Last: the clock moves past what sessions last.
  it('holds only on its days, counted in the zone of the body', async () => {
    const dee = await person('Dee Days');
    const { requestId } = (await ask(dee, { largeText: true })).body;
    const days = { largeText: true, validFrom: '2029-03-01', validUntil: '2029-03-02' };
    const path = `desk/accommodation-requests/${requestId}/grants`;
    expect((await api(body.registrar).post(path, days)).status).toBe(201);
    const minuteTo = Temporal.PlainDate.from('2029-03-01').toZonedDateTime(body.zone).subtract({ minutes: 1 });
    const after = async (time: { days?: number; minutes?: number }) => {
      test.clock.set(minuteTo.add(time).toInstant().toString());
      return (await holds(dee)).largeText;
    };
    expect(await after({ minutes: 0 })).toBe(false);
    expect(await after({ minutes: 1 })).toBe(true);
    expect(await after({ days: 2 })).toBe(true);
    expect(await after({ days: 2, minutes: 1 })).toBe(false);
  });
});

import supertest from 'supertest';
import { Temporal } from 'temporal-polyfill';
import type { PersonActor, Role } from '../../src/kernel/actor.js';
import { dateIn } from '../../src/kernel/dates.js';
import { useApp } from '../support/app.js';
import { visitor } from '../support/visitor.js';
import { arrangeCase, signedIn, tokenOf, type Case } from '../../modules/certification/testing/certification-case.js';
import { Accommodations } from '../../modules/quizzes/accommodations.public.js';
import { People } from '../../modules/people/people.public.js';

describe('what a person asked for by mail or phone', () => {
  const test = useApp();
  let body: Case;
  let today: Temporal.PlainDate;
  beforeAll(async () => {
    body = await arrangeCase(test);
    today = dateIn(body.zone, await test.clock.now());
  });

  const post = (actor: PersonActor, path: string, sent: object = {}) =>
    supertest(test.app.getHttpServer())
      .post(`/api/v1/desk/${path}`)
      .set({ authorization: `Bearer ${tokenOf(actor, 'api')}` })
      .send(sent);
  const rows = async (sql: string, values: unknown[] = []) => (await test.owner.query(sql, values)).rows;
  const person = (name: string, ...roles: Role[]) =>
    signedIn(test, name, roles.length ? body.bodyId : undefined, ...roles);
  const numberOf = ({ personId }: PersonActor) =>
    test.run(async (tx) => (await test.get(People).get(tx, personId)).number, body.registrar);
  const grantFor = async (who: PersonActor, personName: string, given: object = {}) => ({
    bodyId: body.bodyId,
    personNumber: await numberOf(who),
    personName,
    extraTimePercent: 50,
    validFrom: today.toString(),
    ...given,
  });
  const holds = ({ personId }: PersonActor) => test.run((tx) => test.get(Accommodations).of(tx, personId));
  const day = (later: number) => today.add({ days: later }).toString();
  const setDay = (later: number) =>
    test.clock.set(today.add({ days: later }).toZonedDateTime(body.zone).add({ hours: 12 }).toInstant().toString());
  const letterOf = async ({ personId }: PersonActor) =>
    (await rows('select * from letter where person_id = $1 order by created_at desc, id desc limit 1', [personId]))[0];

  it('is settled for the person whose number and name were given; the letter leads to their page, and no why is kept', async () => {
    const mia = await person('Mía de la Mail');
    const granted = await post(body.registrar, 'accommodations', {
      ...(await grantFor(mia, 'DE LA MAIL, Mia')),
      note: 'Because of something private',
    });
    expect(granted.status).toBe(201);
    expect(await holds(mia)).toMatchObject({ extraTimePercent: 50 });
    const { accommodationId } = granted.body;
    const kept = await rows('select * from accommodation where id = $1', [accommodationId]);
    const audited = await rows('select * from audit where subject_id = $1', [accommodationId]);
    expect(audited).toMatchObject([
      { action: 'quizzes.accommodation.granted', person_id: mia.personId, details: { asked: 'elsewhere' } },
    ]);
    const letter = await letterOf(mia);
    expect(letter.kind).toBe('accommodation-settled');
    expect(JSON.stringify([kept, audited, letter])).not.toMatch(/private|50%/);
    const own = await visitor(test, tokenOf(mia, 'page')).get('/accommodations');
    expect(own.text).toContain('50% more time');
  });

  it('gives one answer for a number of nobody and for another name, so that nobody is looked up', async () => {
    const ned = await person('Ned Named');
    const right = await grantFor(ned, 'Ned Named');
    const answers = [
      await post(body.registrar, 'accommodations', { ...right, personName: 'Ned Other' }),
      await post(body.registrar, 'accommodations', { ...right, personNumber: 'P-22222-22222' }),
    ];
    expect(answers.map(({ status, body: told }) => [status, told.code])).toEqual([
      [422, 'quizzes.nobody_so_named'],
      [422, 'quizzes.nobody_so_named'],
    ]);
    const [one, other] = answers.map(({ body: told }) => ({ ...told, instance: '', requestId: '' }));
    expect(one).toEqual(other);
    expect(await rows('select 1 from accommodation where person_id = $1', [ned.personId])).toEqual([]);
  });

  it('is settled by those who look after it at that body alone, for others than themselves', async () => {
    const sal = await person('Sal Stranger');
    const own = await person('Olga Own', 'registrar');
    const both = await person('Bo Both', 'registrar', 'decider');
    const elsewhere = await arrangeCase(test, { id: 'elsewhere-pr' });
    const sent = await grantFor(sal, 'Sal Stranger');
    const as = async (who: PersonActor, what = sent) => (await post(who, 'accommodations', what)).status;
    expect(await as(sal)).toBe(403);
    expect(await as(body.reviewer)).toBe(403);
    expect(await as(body.decider)).toBe(403);
    expect(await as(both)).toBe(404);
    expect(await as(elsewhere.registrar)).toBe(404);
    const herself = await post(own, 'accommodations', await grantFor(own, 'Olga Own'));
    expect([herself.status, herself.body.code]).toEqual([403, 'quizzes.accommodation_for_oneself']);
    expect(await as(own)).toBe(201);
  });

  it('waits for the answer to what the person asked by their page too', async () => {
    const twi = await person('Twi Twice');
    const asked = await supertest(test.app.getHttpServer())
      .post('/api/v1/accommodation-requests')
      .set({ authorization: `Bearer ${tokenOf(twi, 'api')}` })
      .send({ bodyId: body.bodyId, reader: true });
    const again = await post(body.registrar, 'accommodations', await grantFor(twi, 'Twi Twice'));
    expect([again.status, again.body.code]).toEqual([409, 'quizzes.accommodation_request_waits']);
    await post(body.registrar, `accommodation-requests/${asked.body.requestId}/declines`, {
      reason: 'agreed_otherwise',
    });
    expect((await post(body.registrar, 'accommodations', await grantFor(twi, 'Twi Twice'))).status).toBe(201);
  });

  it('has a page that keeps what was typed, and is not there for whoever decides', async () => {
    const pam = await person('Pam Phone');
    const desk = visitor(test, tokenOf(body.registrar, 'page'));
    const list = await desk.get('/desk/accommodations');
    expect(list.text).toContain('/desk/accommodations/new');
    const form = await desk.get('/desk/accommodations/new');
    expect(form.text).toContain(`value="${today.toString()}"`);
    const typed = { ...(await grantFor(pam, 'Somebody Else')), extraTimePercent: '40', validUntil: '' };
    const wrong = await desk.post('/desk/accommodations', typed);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toMatch(/name="extraTimePercent"[^>]*value="40"/);
    expect(wrong.text).toContain('Check the name: it is the one on the account');
    const sent = await desk.post('/desk/accommodations', { ...typed, personName: 'Pam Phone' });
    expect([sent.status, sent.headers['location']]).toEqual([303, '/desk/accommodations?show=granted']);
    expect((await desk.get('/desk/accommodations?show=granted')).text).toContain('Pam Phone');
    const both = visitor(test, tokenOf(await person('Bea Both', 'registrar', 'decider'), 'page'));
    expect((await both.get('/desk/accommodations/new')).text).not.toContain('personNumber');
  });

  // From here on the clock moves; days are asked of the door, which needs no session.
  it('is adjusted for later without a day between, and ended for later with a letter that names the last day', async () => {
    const lee = await person('Lee Later');
    const first = await post(body.registrar, 'accommodations', await grantFor(lee, 'Lee Later'));
    const change = { extraTimePercent: 25, largeText: true, validFrom: day(10) };
    const path = (id: string, what: string) => `accommodations/${id}/${what}`;
    const second = await post(body.registrar, path(first.body.accommodationId, 'adjustments'), change);
    expect(second.status).toBe(201);
    const past = await post(body.registrar, path(second.body.accommodationId, 'endings'), { lastDay: day(-1) });
    expect([past.status, past.body.code]).toEqual([422, 'quizzes.accommodation_last_day_past']);
    const ended = await post(body.registrar, path(second.body.accommodationId, 'endings'), { lastDay: day(20) });
    expect(ended.status).toBe(200);
    const letter = await letterOf(lee);
    expect(letter).toMatchObject({ kind: 'accommodation-ended', words: { until: day(20) } });
    expect((await post(body.registrar, path(second.body.accommodationId, 'endings'))).body.code).toBe(
      'quizzes.accommodation_over',
    );

    const later = async (days: number) => {
      setDay(days);
      const { extraTimePercent, largeText } = await holds(lee);
      return [extraTimePercent, largeText];
    };
    expect(await later(0)).toEqual([50, false]);
    expect(await later(9)).toEqual([50, false]);
    expect(await later(10)).toEqual([25, true]);
    expect(await later(20)).toEqual([25, true]);
    expect(await later(21)).toEqual([0, false]);
  });
});

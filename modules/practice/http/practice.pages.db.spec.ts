import supertest from 'supertest';
import { businessOf } from '../../../test/support/by-person-id.js';
import { useApp } from '../../../test/support/app.js';
import { insertPerson } from '../../../test/support/factories/person.js';
import { visitor, type Visitor } from '../../../test/support/visitor.js';
import { PracticeModule } from '../practice.module.js';

describe('practice in the browser, without scripts', () => {
  const test = useApp({ business: businessOf([PracticeModule]) });
  let person: string;
  let browser: Visitor;

  beforeEach(async () => {
    test.clock.set('2026-11-21T15:00:00Z');
    person = await insertPerson(test.owner, 'Ana Invented', `ana-${Math.random()}@trainee.example`);
    browser = visitor(test, person);
  });

  const form = (changes: Record<string, unknown> = {}) => ({
    kind: 'paid',
    workedOn: '2026-11-20',
    startsAt: '09:00',
    'time.advocacyHours': '1',
    'time.advocacyMinutes': '30',
    'time.ethical_responsibilityMinutes': '45',
    method: 'group',
    setting: 'housing',
    activity: 'group_session',
    supervisorName: 'Ines Invented',
    supervisorEmail: 'ines@supervisor.example',
    ...changes,
  });
  const record = async (changes: Record<string, unknown> = {}) => {
    await browser.get('/practice/entries/new');
    return browser.post('/practice/entries', form(changes));
  };
  const entryAddress = async () =>
    /\/practice\/entries\/[0-9a-f-]{36}/.exec((await browser.get('/practice')).text)?.[0] ?? '';

  it('begins with an invitation, and shows what is recorded with its sums', async () => {
    expect((await browser.get('/practice')).text).toContain('Record your first hours');
    expect((await record()).headers['location']).toBe('/practice');
    const page = await browser.get('/practice');
    expect(page.text).toContain('Your hours are saved.');
    for (const words of ['20 November 2026', '2 h 15 min', '0 min of 1 h 30 min signed', 'Send 1 entry to be signed'])
      expect(page.text).toContain(words);
    const month = await browser.get('/practice/months/2026-11');
    expect(month.text).toContain('from 09:00');
    expect((await browser.get('/practice/months/2026-10')).text).toContain('Nothing is recorded in this month.');
    expect((await browser.get('/practice/months/2026-13')).status).toBe(404);
    const before = await browser.get('/practice/months/2026-10');
    expect(before.text).toContain('/practice/months/2026-11');
    expect(month.text).toContain('/practice/months/2026-10');
    expect(month.text).not.toContain('/practice/months/2026-12');
  });

  it.each([
    ['a day to come', { workedOn: '2026-11-23' }, 'in the future'],
    ['a date that does not exist', { workedOn: '2026-02-30' }, 'Enter the date on which you worked.'],
    ['letters for figures', { 'time.advocacyHours': 'two' }, 'whole hours and whole minutes'],
    ['an hour to come', { workedOn: '2026-11-21', startsAt: '23:00' }, 'This time is not over yet.'],
    ['25 hours', { 'time.advocacyHours': '25' }, 'a day has 24 hours'],
    ['a start that is no time', { startsAt: '25:00' }, 'Enter a start time'],
    ['no kind', { kind: '' }, 'Choose paid, volunteer or supervision received.'],
    [
      'no time at all',
      { 'time.advocacyHours': '', 'time.advocacyMinutes': '', 'time.ethical_responsibilityMinutes': '' },
      'at least one domain',
    ],
  ])('shows the form again with %s, everything typed still there', async (_what, changes, words) => {
    const answer = await record({ ...changes, supervisorName: 'नीरा <b>Nira</b> 🌱' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
    expect(answer.text).toContain('नीरा &lt;b&gt;Nira&lt;/b&gt; 🌱');
    expect((await browser.get('/practice')).text).toContain('Record your first hours');
  });

  it('keeps the name of a supervisor on one line, in one spelling, and never turned around', async () => {
    await record({ supervisorName: ' Nguye\u0302\u0303n\u202e  Thi\u0323 ' });
    const { text } = await browser.get(await entryAddress());
    expect(text).toContain('Nguyễn Thị');
    expect(text).not.toContain('\u202e');
  });

  it('tells all at once what is still needed, and not one thing after the other', async () => {
    const { text } = await record({
      workedOn: '',
      'time.advocacyHours': '',
      'time.advocacyMinutes': '',
      'time.ethical_responsibilityMinutes': '',
      activity: '',
      supervisorName: '',
    });
    for (const words of [
      'the date on which you worked',
      'at least one domain',
      'an activity',
      'name of your supervisor',
    ])
      expect(text).toContain(words);
  });

  it('tells an overlap and a full day beside the field', async () => {
    await record();
    const overlapping = await record({ startsAt: '11:00' });
    expect(overlapping.status).toBe(422);
    expect(overlapping.text).toContain('overlaps with another of your entries');
    const full = await record({ startsAt: '', 'time.advocacyHours': '22' });
    expect(full.text).toContain('over 24 hours');
  });

  it('saves a form that is sent twice once', async () => {
    await browser.get('/practice/entries/new');
    const fields = form({ startsAt: '' });
    const page = await browser.get('/practice/entries/new');
    const _form = /name="_form" value="([^"]*)"/.exec(page.text)?.[1];
    await Promise.all([
      browser.post('/practice/entries', { ...fields, _form }),
      browser.post('/practice/entries', { ...fields, _form }),
    ]);
    const { rows } = await test.owner.query('select count(*)::int as n from practice_entry where person_id = $1', [
      person,
    ]);
    expect(rows[0].n).toBe(1);
  });

  it('lets an entry be changed and removed until it is signed', async () => {
    await record();
    const address = await entryAddress();
    const edit = await browser.get(`${address}/edit`);
    expect(edit.text).toContain('value="2026-11-20"');
    expect((await browser.post(`${address}/revisions`, form({ 'time.advocacyHours': '3' }))).headers['location']).toBe(
      address,
    );
    expect((await browser.get(address)).text).toContain('4 h 15 min');
    expect((await browser.post(`${address}/removals`)).headers['location']).toBe('/practice');
    expect((await browser.get(address)).status).toBe(404);
  });

  it('sends chosen entries to their supervisor, again with a new link, and takes the request back', async () => {
    await record();
    const choose = await browser.get('/practice/sign-offs/new');
    expect(choose.text).toContain('ines@supervisor.example');
    const entryIds = /name="entryIds" value="([^"]+)"/.exec(choose.text)?.[1];
    const nothing = await browser.post('/practice/sign-offs', {});
    expect(nothing.text).toContain('Choose at least one entry');
    const address = (await browser.post('/practice/sign-offs', { entryIds })).headers['location'] ?? '';
    expect((await browser.get(address)).text).toContain('Waiting for signature');
    expect((await browser.get('/practice/sign-offs/new')).text).toContain('Nothing to send');
    expect((await browser.post(`${address}/links`)).headers['location']).toBe(address);
    expect((await browser.get(address)).text).toContain('A new link is on its way.');
    await browser.post(`${address}/revocations`);
    expect((await browser.get(address)).text).toContain('Taken back by you');
    expect((await browser.post(`${address}/links`)).status).toBe(409);
    expect((await browser.get('/practice/sign-offs/new')).text).toContain('ines@supervisor.example');
  });

  it('has none of it for a stranger', async () => {
    await record();
    const choose = await browser.get('/practice/sign-offs/new');
    const entryIds = /name="entryIds" value="([^"]+)"/.exec(choose.text)?.[1];
    const request = (await browser.post('/practice/sign-offs', { entryIds })).headers['location'] ?? '';
    const entry = await entryAddress();
    const stranger = visitor(test, await insertPerson(test.owner));
    await stranger.get('/practice/entries/new');
    for (const address of [entry, `${entry}/edit`, `${entry}/correction`, request])
      expect((await stranger.get(address)).status).toBe(404);
    for (const address of [`${entry}/revisions`, `${entry}/corrections`]) {
      await stranger.get('/practice/entries/new');
      expect((await stranger.post(address, form())).status).toBe(404);
    }
    for (const address of [`${entry}/removals`, `${request}/links`, `${request}/revocations`]) {
      await stranger.get('/practice/entries/new');
      expect((await stranger.post(address)).status).toBe(404);
    }
    expect((await visitor(test).get('/practice')).headers['location']).toContain('/sign-in');
  });

  it('can be kept by a program in the same way', async () => {
    const api = (method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object, who = person) => {
      const request = supertest(test.app.getHttpServer())[method](`/api/v1/practice${path}`);
      request.set('authorization', `Bearer ${who}`);
      return body ? request.send(body) : request;
    };
    const entry = {
      kind: 'volunteer',
      workedOn: '2026-11-20',
      domains: [{ domain: 'advocacy', minutes: 90 }],
      method: 'one_to_one',
      setting: 'school',
      activity: 'teaching',
      supervisor: { name: 'Ines Invented', email: 'ines@supervisor.example' },
    };
    const recorded = await api('post', '/entries', entry);
    expect(recorded.status).toBe(201);
    expect(recorded.body).toMatchObject({ ...entry, minutes: 90, state: 'recorded', startsAt: null });
    const { id } = recorded.body;
    expect((await api('put', `/entries/${id}`, { ...entry, startsAt: '08:15' })).body.startsAt).toBe('08:15');
    expect((await api('get', '/entries')).body.totals.practice).toEqual({ recorded: 90, signed: 0 });
    const future = await api('post', '/entries', { ...entry, workedOn: '2027-01-01' });
    expect(future.status).toBe(422);
    expect(future.body.problems[0]).toMatchObject({ field: 'workedOn' });
    for (const broken of [{ ...entry, domains: [] }, { ...entry, domains: [{ domain: 'advocacy', minutes: 0.5 }] }, {}])
      expect((await api('post', '/entries', broken)).status).toBe(422);
    const request = await api('post', '/sign-off-requests', { entryIds: [id] });
    expect(request.body).toMatchObject({ state: 'open', entries: [{ id, state: 'awaiting_signature' }] });
    expect(JSON.stringify(request.body)).not.toMatch(/token|hash":"[0-9a-f]/);
    expect((await api('delete', `/entries/${id}`)).body).toMatchObject({ code: 'practice.with_supervisor' });
    const stranger = await insertPerson(test.owner);
    expect((await api('get', `/sign-off-requests/${request.body.id}`, undefined, stranger)).status).toBe(404);
    expect((await api('post', `/sign-off-requests/${request.body.id}/links`)).status).toBe(201);
    expect((await api('post', `/sign-off-requests/${request.body.id}/revocations`)).body.state).toBe('revoked');
    expect((await api('delete', `/entries/${id}`)).status).toBe(204);
    expect((await api('get', `/entries/${id}`)).status).toBe(404);
  });
});

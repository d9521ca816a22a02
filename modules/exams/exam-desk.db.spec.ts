import type { Tx } from '../../src/platform/database/transaction.js';
import { useApp } from '../../test/support/app.js';
import { heldOpen, untilOneWaits } from '../../test/support/held-open.js';
import { visitor, type Visitor } from '../../test/support/visitor.js';
import { signedIn, tokenOf } from '../certification/testing/certification-case.js';
import { arrangeExam, type ExamCase } from './testing/exam-case.js';
import { MakeForm } from './use-cases/make-form.js';

describe('the desk of exams', () => {
  const test = useApp();
  let exam: ExamCase;
  let browser: Visitor;
  beforeEach(async () => {
    exam = await arrangeExam(test);
    browser = visitor(test, tokenOf(exam.bank.psychometrician, 'page'));
  });

  const address = () =>
    `/desk/exams/new?${new URLSearchParams({ bodyId: exam.bodyId, schemeCode: exam.schemeCode }).toString()}`;
  const filled = () => ({
    bodyId: exam.bodyId,
    schemeCode: exam.schemeCode,
    title: 'Autumn exam (invented)',
    minutesAllowed: '75',
    studyId: exam.exam.studyId,
    domain_advocacy: '4',
    pretest: '1',
    identityText: 'I am who I say I am.',
    nondisclosureText: 'I keep the questions to myself.',
    rulesNote: 'A short form to begin with (invented).',
  });

  it('leads from a scheme with an exam to its form, with what the rules say and what the bank has', async () => {
    const choice = await browser.get('/desk/exams/new');
    expect(choice.text).toContain(`schemeCode&#x3D;${exam.schemeCode}`);
    const { text } = await browser.get(address());
    expect(text).toContain('6 items in use and judged.');
    expect(text).toContain('Wait before the next');
    expect(text).toContain('In pretest now: 1.');
    expect(text).not.toMatch(/Lantern|Listening/);
  });

  it('sets an exam up without a script, and draws a form of it that a second person approves', async () => {
    await browser.get(address());
    const { headers } = await browser.post('/desk/exams', {
      ...filled(),
      easyMin: '0',
      easyMax: '4',
      challengeDays: '',
      outageMinutes: '25',
    });
    const path = headers['location'] ?? '';
    const { rows } = await test.owner.query('select title from scheme_version where code = $1', [exam.schemeCode]);
    expect((await browser.get('/desk/exams')).text).toContain(`<p>${rows[0].title}, 75 minutes, set up`);
    expect(path).toMatch(/^\/desk\/exams\/[0-9a-f-]{36}$/);
    const page = await browser.get(path);
    expect(page.text).toContain('Advocacy: 4');
    expect(page.text).toContain('Why, in the words of who set it up: A short form to begin with (invented).');
    expect(page.text).toContain('Easy: 0 to 4');
    expect(page.text).toContain('Up to 25 minutes of interruptions');
    expect(page.text).toContain(exam.exam.identityTextId.slice(0, 12));
    expect(page.text).toContain('No form is approved yet');
    expect((await browser.post(`${path}/forms`)).headers['location']).toBe(path);
    const drawn = (await browser.get(path)).text;
    expect(drawn).toContain('Form 1: Waits for a second person');
    expect(drawn).not.toContain('Approve this form');
    const second = visitor(test, tokenOf(exam.bank.administrator, 'page'));
    // Who approves sees the same differences.
    expect((await second.get(path)).text).toMatch(
      /The rules say 75 items, this exam has \d+ with those that are tried out/,
    );
    const [, approval = ''] = /action="([^"]+\/approvals)"/.exec((await second.get(path)).text) ?? [];
    await second.post(approval);
    expect((await second.get(path)).text).toContain('Form 1: Approved');
  });

  it('draws a further form of items that the forms before ask least, and tells who approves what is asked again', async () => {
    await browser.get(address());
    test.clock.forward({ minutes: 1 });
    const { headers } = await browser.post('/desk/exams', { ...filled(), domain_advocacy: '2' });
    const path = headers['location'] ?? '';
    for (let form = 0; form < 2; form++) {
      await browser.get(path);
      await browser.post(`${path}/forms`);
    }
    const second = visitor(test, tokenOf(exam.bank.administrator, 'page'));
    const { text } = await second.get(path);
    // The bank has six items, all in the form of the exam before: the first form asks two of them, the second two others.
    const other = '3 of 3 items are also in form 1 of “Peer support exam (invented)”';
    expect(text).toContain(`<p>${other}. Whoever sat that form may know them.</p>`);
    expect(text).toContain(`<p>1 of 3 items is also in form 1; ${other}. Whoever`);
    await second.post(/action="([^"]+\/withdrawals)"/.exec(text)?.[1] ?? '');
    // Nobody was asked a form that was taken back before it was approved.
    expect((await second.get(path)).text).not.toContain('is also in form 1;');
  });

  it('draws two forms that are asked for at the same moment one after the other, each with its own number', async () => {
    const { psychometrician } = exam.bank;
    const draw = (tx: Tx) => test.get(MakeForm).execute(tx, { examId: exam.exam.id });
    const first = await heldOpen(test, draw, psychometrician);
    const second = test.run(draw, psychometrician);
    await untilOneWaits(test);
    await first.commit();
    expect(await second).toMatchObject({ number: 3 });
  });

  it('asks why where items or minutes are not as the rules say, and sets nothing up without it', async () => {
    await browser.get(address());
    const { status, text } = await browser.post('/desk/exams', { ...filled(), rulesNote: ' ' });
    expect(status).toBe(422);
    expect(text).toMatch(
      /Write why it differs\. The rules say 75 items, this exam has \d+ .* The rules say 120 minutes/,
    );
    const kept = await test.owner.query(`select rules_note from exam where title = $1`, [filled().title]);
    expect(kept.rows.every((row: { rules_note: string | null }) => row.rules_note?.startsWith('A short form'))).toBe(
      true,
    );
  });

  it('shows a form that cannot be accepted again with what was typed, each problem beside its field', async () => {
    await browser.get(address());
    const wrong = { ...filled(), title: '', minutesAllowed: 'long', identityText: 'My own words.' };
    const again = await browser.post('/desk/exams', wrong);
    expect(again.status).toBe(422);
    expect(again.text).toContain('Write a title');
    expect(again.text).toMatch(/name="minutesAllowed"[^>]*value="long"/);
    expect(again.text).toMatch(/name="domain_advocacy"[^>]*value="4"/);
    expect(again.text).toContain('My own words.');

    await browser.get(address());
    const counts = { ...filled(), domain_advocacy: 'some', easyMin: '5', easyMax: '2' };
    const numbers = await browser.post('/desk/exams', counts);
    expect([numbers.status, numbers.text.includes('Enter a whole number')]).toEqual([422, true]);
    expect(numbers.text).toContain('The most is below the least');

    await browser.get(address());
    const none = await browser.post('/desk/exams', { ...filled(), domain_advocacy: '' });
    expect(none.text).toContain('Ask for at least one item of one domain');
    await browser.get(address());
    const bands = await browser.post('/desk/exams', { ...filled(), hardMin: '5' });
    expect([bands.status, bands.text.includes('the least of each difficulty are more')]).toEqual([422, true]);
    const { rows } = await test.owner.query('select 1 from exam where body_id = $1', [exam.bodyId]);
    expect(rows).toHaveLength(1);
  });

  it('is a psychometrician’s of the body: another’s finds no such bank, a registrar is refused', async () => {
    const other = await arrangeExam(test);
    const stranger = visitor(test, tokenOf(other.bank.psychometrician, 'page'));
    expect((await stranger.get(address())).status).toBe(404);
    await stranger.get('/desk/exams/new');
    expect((await stranger.post('/desk/exams', filled())).status).toBe(404);
    expect((await visitor(test, tokenOf(exam.registrar, 'page')).get('/desk/exams/new')).status).toBe(403);
  });

  it('lists exams a page at a time, nothing twice and nothing left out', async () => {
    await test.owner.query(
      `insert into exam (id, body_id, scheme_code, title, minutes_allowed, blueprint, study_id, scale_min, scale_max, scale_pass,
         identity_text_id, nondisclosure_text_id, created_by, created_at)
       select uuidv7(), body_id, scheme_code, 'Exam number ' || n, minutes_allowed, blueprint, study_id, scale_min, scale_max,
         scale_pass, identity_text_id, nondisclosure_text_id, created_by, created_at
       from exam, generate_series(10, 39) n where id = $1`,
      [exam.exam.id],
    );
    const seen: string[] = [];
    for (let path: string | undefined = '/desk/exams'; path;) {
      const { text } = await browser.get(path);
      seen.push(...[...text.matchAll(/Exam number \d+(?=<\/h2>|<\/a><\/h2>)/g)].map(([name]) => name));
      path = /href="(\/desk\/exams\?after[^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&#x3D;', '=');
    }
    expect([seen.length, new Set(seen).size]).toEqual([30, 30]);
  });

  it('lets a proctor look at one who sits and give time back, and keeps the proctor’s own sitting from them', async () => {
    const { identityTextId, nondisclosureTextId, id } = exam.exam;
    const candidate = visitor(test, tokenOf(exam.applicant, 'page'));
    await candidate.get(`/exams/${id}`);
    const { headers } = await candidate.post(`/exams/${id}/sittings`, { identityTextId, nondisclosureTextId });
    const sittingId = (headers['location'] ?? '').split('/')[2] ?? '';
    const proctor = visitor(test, tokenOf(exam.registrar, 'page'));
    const path = `/desk/exams/${id}/sittings/${sittingId}`;
    expect((await proctor.get(`/desk/exams/${id}/room`)).text).toContain(path);
    expect((await proctor.get(path)).text).toContain('90 minutes left');
    const wrong = await proctor.post(`${path}/outages`, { minutes: '0', reason: 'power' });
    expect([wrong.status, /name="minutes"[^>]*value="0"/.test(wrong.text)]).toEqual([422, true]);
    await proctor.get(path);
    await proctor.post(`${path}/outages`, { minutes: '12', reason: 'power' });
    expect((await proctor.get(path)).text).toContain('102 minutes left');
    const self = await signedIn(test, 'Sam Self', exam.bodyId, 'registrar');
    await test.owner.query(`alter table sitting disable trigger user`);
    await test.owner.query('update sitting set person_id = $2 where id = $1', [sittingId, self.personId]);
    await test.owner.query(`alter table sitting enable trigger user`);
    expect((await visitor(test, tokenOf(self, 'page')).get(path)).status).toBe(404);
  });
});

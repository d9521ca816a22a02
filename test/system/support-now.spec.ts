import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { CourseContent } from '../../modules/courses/courses.public.js';
import { arrangeCase, signedIn, tokenOf, type Case } from '../../modules/certification/testing/certification-case.js';
import { COURSE, QUIZ } from '../../modules/courses/testing/learning.js';
import { arrangeExam } from '../../modules/exams/testing/exam-case.js';
import type { PersonActor } from '../../src/kernel/actor.js';
import { useApp, type TestApp } from '../support/app.js';
import { visitor, type Visitor } from '../support/visitor.js';

jest.setTimeout(60_000);

/** The links named “Support now” of a page, as they stand in it. */
const linksOf = (html: string): string[] => html.match(/<a [^>]*class="gs-support"[^>]*>.*?<\/a>/gs) ?? [];

/** Every link to support on the page is a plain one to this number: nothing that could be counted. */
function expectLine(html: string, href: string): void {
  const links = linksOf(html);
  expect(links.length).toBeGreaterThanOrEqual(2);
  for (const link of links) {
    expect(/href="([^"]*)"/.exec(link)?.[1]).toBe(href);
    expect(link).toContain('rel="noreferrer"');
    expect(link).toMatch(/Support now/);
    // An address could redirect or carry a query; `ping` would tell somebody; a script could listen.
    expect(link).not.toMatch(/ping=|https?:|\?|data-|on\w+=/);
  }
}

async function setLine(test: TestApp, { bodyId, way, phone }: { bodyId: string; way: string; phone: string }) {
  const administrator = await signedIn(test, 'Ada Administrator', bodyId, 'administrator');
  const desk = visitor(test, tokenOf(administrator, 'page'));
  await desk.get('/desk/settings');
  return desk.post('/desk/settings/support-lines', { bodyId, way, phone });
}

describe('“Support now”', () => {
  const test = useApp();
  let arranged: Case;
  let elsewhere: Case;
  const as = (actor: PersonActor): Visitor => visitor(test, tokenOf(actor, 'page'));

  /** Ties somebody to a body, as sending a document does. */
  const tie = ({ personId }: PersonActor, bodyId: string) =>
    test.owner.query(
      `insert into submission (id, body_id, person_id, kind, document_type, file_sha256, file_name, file_type, file_size, submitted_at, created_at)
       values ($1, $2, $3, 'document', 'education', repeat('a', 64), 'a.pdf', 'application/pdf', 1, now(), now())`,
      [randomUUID(), bodyId, personId],
    );

  beforeAll(async () => {
    await test.run((tx) => test.get(CourseContent).load(tx, 'content'));
    arranged = await arrangeCase(test);
    elsewhere = await arrangeCase(test, { id: 'elsewhere-pr' });
    expect((await setLine(test, { bodyId: arranged.bodyId, way: 'call', phone: '+1 800 555 0100' })).status).toBe(303);
    expect((await setLine(test, { bodyId: elsewhere.bodyId, way: 'text', phone: '741741' })).status).toBe(303);
    await tie(arranged.applicant, arranged.bodyId);
  });

  it('is the body’s own line on every page of a lesson and a quiz', async () => {
    const learner = as(arranged.applicant);
    const seen = async (path: string, status = 200) => {
      const answer = await learner.get(path);
      expect([path, answer.status]).toEqual([path, status]);
      expectLine(answer.text, 'tel:+18005550100');
      return answer.text;
    };
    const course = await seen(`/courses/${COURSE}`);
    expect(course).toContain('Call +1 800 555 0100');
    await learner.post(`/courses/${COURSE}/enrolments`);
    const links = new Set(
      (await seen(`/courses/${COURSE}`)).match(new RegExp(`/courses/${COURSE}/lessons/[\\w-]+`, 'g')),
    );
    expect(links.size).toBeGreaterThan(3);
    for (const lesson of links) await seen(lesson);
    await seen('/courses');
    await seen(`/quizzes/${QUIZ}`);
    const begun = await learner.post(`/quizzes/${QUIZ}/attempts`);
    const attempt = String(begun.headers['location']);
    await seen(attempt);
    await learner.post(`${attempt}/submissions`);
    await seen(`${attempt}/result`);
    for (const path of ['/home', '/help', '/cohorts', '/competencies']) await seen(path);
  });

  it('stands in every lesson that ships', async () => {
    const learner = as(arranged.applicant);
    const { rows } = await test.owner.query(
      `select c.code as course, l.code as lesson, v.definition->>'language' as language
       from course c join course_version v on v.id = c.current_version_id join lesson l on l.course_version_id = v.id`,
    );
    expect(rows.length).toBeGreaterThan(50);
    await test.owner.query(
      `insert into enrolment (id, person_id, course_code, course_version_id, created_at)
       select gen_random_uuid(), $1, code, current_version_id, now() from course on conflict do nothing`,
      [arranged.applicant.personId],
    );
    for (const { course, lesson } of rows) {
      const { status, text } = await learner.get(`/courses/${course}/lessons/${lesson}`);
      expect([lesson, status]).toEqual([lesson, 200]);
      expectLine(text, 'tel:+18005550100');
    }
  });

  it('stands on pages of problems: not there, not allowed, sent wrongly, too much, gone wrong', async () => {
    const learner = as(arranged.applicant);
    const problems: [status: number, answer: Promise<supertest.Response>][] = [
      [404, learner.get('/nowhere')],
      [404, learner.get(`/courses/${COURSE}/lessons/no-such-lesson`)],
      [404, learner.get(`/attempts/${randomUUID()}`)],
      [404, learner.get(`/sittings/${randomUUID()}`)],
      [403, learner.get('/desk/staff')],
    ];
    for (const [status, asked] of problems) {
      const answer = await asked;
      expect([answer.status, answer.type]).toEqual([status, 'text/html']);
      expectLine(answer.text, 'tel:+18005550100');
    }
    await learner.get('/cohorts');
    const form = await learner.post('/cohorts/joinings', { code: 'no' });
    expect(form.status).toBe(422);
    expectLine(form.text, 'tel:+18005550100');
    const large = await learner.post('/cohorts/joinings', { code: 'x'.repeat(1_100_000) });
    expect(large.status).toBe(413);
    expectLine(large.text, 'tel:+18005550100');
    await test.owner.query('alter table cohort rename to cohort_away');
    const broken = await learner
      .get('/cohorts')
      .finally(() => test.owner.query('alter table cohort_away rename to cohort'));
    expect(broken.status).toBe(500);
    expectLine(broken.text, 'tel:+18005550100');
  });

  it('stands in an exam, before it, in it and after it', async () => {
    const exam = await arrangeExam(test);
    await setLine(test, { bodyId: exam.bodyId, way: 'call_or_text', phone: '988' });
    const candidate = as(exam.applicant);
    const before = await candidate.get(`/exams/${exam.exam.id}`);
    expectLine(before.text, 'tel:988');
    const begun = await candidate.post(`/exams/${exam.exam.id}/sittings`, {
      identityTextId: exam.exam.identityTextId,
      nondisclosureTextId: exam.exam.nondisclosureTextId,
    });
    const sitting = String(begun.headers['location']);
    for (const path of [sitting, `${sitting}/submission`]) {
      const { status, text } = await candidate.get(path);
      expect([path, status]).toEqual([path, 200]);
      expectLine(text, 'tel:988');
    }
    await candidate.post(`${sitting}/submissions`);
    expectLine((await candidate.get(`${sitting}/result`)).text, 'tel:988');
  });

  it('is, among several bodies, the one a person works for or came to last; else the one of the whole place', async () => {
    const lineOf = async (who: Visitor) => (await who.get('/help')).text;
    expectLine(await lineOf(as(elsewhere.registrar)), 'sms:741741');
    expectLine(await lineOf(as(arranged.stranger)), 'tel:988');
    expectLine(await lineOf(visitor(test)), 'tel:988');
    await tie(arranged.stranger, elsewhere.bodyId);
    expectLine(await lineOf(as(arranged.stranger)), 'sms:741741');
  });

  it('takes a number and nothing that could be counted', async () => {
    for (const phone of ['https://help.example', '988?from=here', 'tel:988', '12', 'javascript:1', '9 88 ; ext'])
      expect((await setLine(test, { bodyId: arranged.bodyId, way: 'call', phone })).status).toBe(422);
    expect((await setLine(test, { bodyId: arranged.bodyId, way: 'mail', phone: '988' })).status).toBe(422);
  });
});

describe('“Support now” of a place with one body', () => {
  const test = useApp({ env: { SUPPORT_PHONE: '112' } });

  it('is the body’s for visitors too, and stays while the database is away', async () => {
    expectLine(await problemWhileAway(), 'tel:112');
    const { bodyId } = await arrangeCase(test);
    await setLine(test, { bodyId, way: 'call_or_text', phone: '988' });
    expectLine((await visitor(test).get('/help')).text, 'tel:988');
    expectLine(await problemWhileAway(), 'tel:988');
  });

  /** A page whose surroundings cannot be read either. */
  async function problemWhileAway(): Promise<string> {
    await test.owner.query('alter table organization rename to organization_away');
    const answer = await visitor(test)
      .get('/help')
      .finally(() => test.owner.query('alter table organization_away rename to organization'));
    expect(answer.status).toBe(500);
    return answer.text;
  }
});

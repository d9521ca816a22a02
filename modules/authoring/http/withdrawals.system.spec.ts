import { useApp } from '../../../test/support/app.js';
import { call, type Caller } from '../../../test/support/caller.js';
import { CourseContent } from '../../courses/courses.public.js';
import { COURSE, learning } from '../../courses/testing/learning.js';
import { PauseCourse } from '../../courses/use-cases/pause-course.js';
import { personActor } from '../../../test/support/by-person-id.js';
import { loadOneCourse, providerWith } from '../testing/authoring-world.js';

const PAGE = `/authoring/courses/${COURSE}/withdrawals`;

describe('a version of a course that is withdrawn by page', () => {
  const test = useApp();
  const { enrol, finish, finishLessons, codes, passQuiz, standing } = learning(test);
  let world: Awaited<ReturnType<typeof providerWith>>;
  let versionId: string;

  beforeAll(async () => {
    await loadOneCourse(test);
    world = await providerWith(test);
    const draft = (await api('POST', '/course-drafts', world.author, { code: COURSE })).answer.id;
    await api('POST', `/course-drafts/${draft}/hand-ins`, world.author);
    await api('POST', `/course-drafts/${draft}/reviews`, world.reviewer);
    versionId = (await api('POST', `/course-drafts/${draft}/publications`, world.reviewer)).answer.versionId;
  });

  const as = ({ personId }: { personId: string }): Caller => ({ personId, assurance: 'password' });
  const api = async (method: string, path: string, who: { personId: string }, body?: object) => {
    const { status, text } = await call(test, as(who), { method, path: `/api/v1${path}`, body });
    return { status, answer: text ? JSON.parse(text) : null };
  };
  const get = (path: string, who: { personId: string }) => call(test, as(who), { method: 'GET', path });
  const letters = async () => {
    const { rows } = await test.owner.query(
      `select person_id as who from letter where kind = 'course-version-withdrawn' order by 1`,
    );
    return rows.map(({ who }) => who);
  };

  it('is nobody’s to withdraw but the reviewers’ of who looks after the course, and never without a reason', async () => {
    const other = await providerWith(test);
    for (const who of [world.author, other.reviewer, await world.person('Sam Stranger')]) {
      expect((await get(`${PAGE}/new`, who)).status).toBe(403);
      const sent = { versionId, reason: 'Because' };
      expect((await call(test, as(who), { method: 'POST', path: PAGE, body: sent })).status).toBe(403);
    }
    const form = { method: 'POST', path: PAGE, body: { versionId, reason: ' ' } };
    const again = await call(test, as(world.reviewer), form);
    expect([again.status, again.text.includes('Say why, in a sentence')]).toEqual([422, true]);
  });

  it('tells each who is in it, lets them finish, and gives newcomers the version before', async () => {
    const people = await Promise.all(['In It', 'At Rest', 'Done'].map((name) => world.person(name)));
    const [inIt = '', atRest = '', done = ''] = people.map(({ personId }) => personId);
    for (const who of [inIt, atRest]) await enrol(who);
    await finish(done);
    await test.run((tx) => test.get(PauseCourse).execute(tx, { courseCode: COURSE }), personActor(atRest));

    const page = (await get(`${PAGE}/new`, world.reviewer)).text;
    expect(page).toContain('2 people are in it.');
    expect((await get(`/authoring/courses/${COURSE}/differences`, world.reviewer)).text).toContain(`${PAGE}/new`);
    const reason = 'A number in lesson 2 was not right.';
    const sent = { method: 'POST', path: PAGE, body: { versionId, reason } };
    expect((await call(test, as(world.reviewer), sent)).status).toBe(303);
    await test.runEffects();
    await test.runEffects();
    expect(await letters()).toEqual([inIt, atRest].sort());

    expect((await get(`/courses/${COURSE}`, { personId: inIt })).text).toContain(reason);
    await finishLessons(inIt, await codes(inIt));
    await passQuiz(inIt);
    expect((await standing(inIt))?.completedOn).not.toBeNull();

    const newcomer = (await world.person('New Comer')).personId;
    await enrol(newcomer);
    expect((await standing(newcomer))?.courseVersionId).not.toBe(versionId);
    expect((await call(test, as(world.reviewer), sent)).status).toBe(409);
    const { rows } = await test.owner.query(
      `select actor_id as by from audit where action = 'courses.version.withdrawn'`,
    );
    expect(rows).toEqual([{ by: world.reviewer.personId }]);
  });

  it('tells many people in batches, each once', async () => {
    await test.run((tx) => test.get(CourseContent).load(tx, 'content'));
    const { rows } = await test.owner.query(`select current_version_id as id from course where code = 'the-peer-role'`);
    await test.owner.query(
      `with people as (
         insert into person (id, number, legal_name, created_at)
         select gen_random_uuid(), 'P-BATCH-' || lpad(n::text, 5, '0'), 'Invented', now() from generate_series(1, 450) n returning id)
       insert into enrolment (id, person_id, course_code, course_version_id, created_at)
       select gen_random_uuid(), id, 'the-peer-role', $1, now() from people`,
      [rows[0].id],
    );
    const before = (await letters()).length;
    await test.run((tx) => test.get(CourseContent).withdraw(tx, { courseCode: 'the-peer-role', reason: 'Because' }));
    await test.runEffects();
    const told = (await letters()).slice(0);
    expect(told.length - before).toBe(450);
    expect(new Set(told).size).toBe(told.length);
  });
});

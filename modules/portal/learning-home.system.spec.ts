import { randomUUID } from 'node:crypto';
import { useApp } from '../../test/support/app.js';
import { openSession } from '../../test/support/caller.js';
import { insertPerson } from '../../test/support/factories/person.js';
import { personActor } from '../../test/support/by-person-id.js';
import { queriesOf } from '../../test/support/query-count.js';
import { visitor, type Visitor } from '../../test/support/visitor.js';
import { loadCourseWithSession, organizationWith } from '../cohorts/testing/cohort-world.js';
import { AskForPlace } from '../cohorts/use-cases/ask-for-place.js';
import { Invite } from '../cohorts/use-cases/invite.js';
import { OpenCohort } from '../cohorts/use-cases/open-cohort.js';
import { ScheduleSession } from '../cohorts/use-cases/schedule-session.js';
import { CourseContent } from '../courses/courses.public.js';
import { COURSE, learning } from '../courses/testing/learning.js';
import { PauseCourse } from '../courses/use-cases/pause-course.js';

const TITLE = 'Recovery-oriented practice and the peer role';

describe('the home of somebody who learns', () => {
  const test = useApp();
  const { enrol, finish } = learning(test);
  let teacher: Awaited<ReturnType<typeof organizationWith>>;
  let person: string;
  let home: Visitor;

  beforeAll(async () => {
    await loadCourseWithSession(test);
    teacher = await organizationWith(test, 'training-provider', 'instructor');
  });
  beforeEach(async () => {
    test.clock.set('2026-11-21T15:00:00Z');
    person = await insertPerson(test.owner, 'Zoë Nguyễn', `${randomUUID()}@example.org`);
    home = visitor(test, await openSession(test, { personId: person, assurance: 'password' }, 'page'));
  });

  const page = async () => (await home.get('/home')).text;
  const open = (places: number, title = 'Thursdays') =>
    test.run(
      (tx) =>
        test.get(OpenCohort).execute(tx, {
          organizationId: teacher.organizationId,
          courseCode: COURSE,
          title,
          places,
          startsOn: '2026-11-21',
          endsOn: '2026-12-20',
          isOpen: true,
          instructors: [teacher.personId],
        }),
      teacher.actor,
    );
  const schedule = (cohortId: string, day: string) =>
    test.run(
      (tx) =>
        test.get(ScheduleSession).execute(tx, {
          cohortId,
          sessionCode: 'listening-together',
          day,
          time: '18:00',
          delivery: 'in_person',
          place: 'Room 2',
        }),
      teacher.actor,
    );
  const ask = (who: string, cohortId: string) =>
    test.run((tx) => test.get(AskForPlace).execute(tx, { cohortId }), personActor(who));

  it('says when their group meets next, by the clocks of those who hold it and as a time a browser can tell', async () => {
    expect(await page()).not.toContain('Your groups');
    const { id } = await open(2);
    await schedule(id, '2026-12-03');
    await schedule(id, '2026-11-26');
    await ask(person, id);
    const text = await page();
    expect(text).toContain('Thursdays');
    expect(text).toMatch(
      /<time datetime="2026-11-26T23:00:00Z" data-zone="America\/New_York">26 November 2026, 6:00 pm EST/,
    );
    expect(text).not.toContain('3 December');
    expect(text).not.toContain('/check-in');
  });

  it('leads to the check-in while the session is on, to the next one after it, and ends with the group', async () => {
    const { id } = await open(2);
    await schedule(id, '2026-11-26');
    await ask(person, id);
    const at = async (time: string) => {
      test.clock.set(time);
      home = visitor(test, await openSession(test, { personId: person, assurance: 'password' }, 'page'));
      return page();
    };
    expect(await at('2026-11-26T22:50:00Z')).toMatch(/\/live-sessions\/[\w-]+\/check-in/);
    expect(await at('2026-11-27T12:00:00Z')).toContain('No live session is on the calendar');
    expect(await at('2026-12-22T12:00:00Z')).not.toContain('Your groups');
  });

  it('names a place that is kept for them until when, an invitation, and nobody else’s', async () => {
    const { id } = await open(1, 'Fridays');
    const other = await insertPerson(test.owner, 'Omar Example', 'omar@example.org');
    await ask(other, id);
    await ask(person, id);
    expect(await page()).toContain('You wait for a place');
    await visitorOf(other).then(async (leaving) => {
      await leaving.get(`/cohorts/${id}`);
      await leaving.post(`/cohorts/${id}/departures`);
    });
    const kept = await page();
    expect(kept).toContain('What waits for you');
    expect(kept).toMatch(/A place in “Fridays” is kept for you, until 24 November 2026/);
    const { rows } = await test.owner.query('select address from contact where person_id = $1', [person]);
    const email = String(rows[0].address).toUpperCase();
    await test.run(
      (tx) =>
        test.get(Invite).execute(tx, {
          organizationId: teacher.organizationId,
          courseCode: COURSE,
          name: 'Zoë',
          email,
        }),
      teacher.actor,
    );
    expect(await page()).toMatch(/invites you to the course.*\/course-invitations\//s);
    expect((await (await visitorOf(other)).get('/home')).text).not.toContain('/course-invitations/');
  });

  it('shows a paused course quietly, without a word of asking back', async () => {
    await enrol(person);
    await test.run((tx) => test.get(PauseCourse).execute(tx, { courseCode: COURSE }), personActor(person));
    const text = await page();
    expect(text).toContain(TITLE);
    expect(text).toContain('Paused. Everything is kept.');
    expect(text).not.toContain('What waits for you');
    const done = await insertPerson(test.owner, 'Dora Done');
    await finish(done);
    expect((await (await visitorOf(done)).get('/home')).text).not.toContain('Paused');
  });

  it('of who teaches shows their groups with the sessions of the next days, and nobody else’s', async () => {
    const teaching = await organizationWith(test, 'training-provider', 'instructor');
    const homeOfTeacher = async (personId: string) => (await (await visitorOf(personId)).get('/home')).text;
    const none = await homeOfTeacher(teaching.personId);
    expect(none).toContain('No group is under way or to come.');
    expect(none).not.toContain('Begin with a course');
    const { id } = await open(3, 'Sundays');
    await schedule(id, '2026-12-01');
    await ask(person, id);
    const own = await homeOfTeacher(teacher.personId);
    expect(own).toContain(`/teaching/cohorts/${id}`);
    expect(own).toMatch(/\/teaching\/live-sessions\/[\w-]+/);
    expect(own).toContain('1 of 3 places taken');
    expect(await homeOfTeacher(teaching.personId)).not.toContain(id);
    expect(await page()).not.toContain('Your work');
    const run = await organizationWith(test, 'training-provider', 'provider-administrator');
    expect(await homeOfTeacher(run.personId)).toContain('/provider/staff');
    const author = await organizationWith(test, 'training-provider', 'content-author');
    const writing = await homeOfTeacher(author.personId);
    expect(writing).toContain('No draft of a course waits for you just now.');
    expect(writing).toContain('Begin the next version of a course');
  });

  it('asks the database no more for many courses than for one', async () => {
    await enrol(person);
    await page();
    const withOne = await queriesOf(test, page);
    await test.run((tx) => test.get(CourseContent).load(tx, 'content'));
    await test.owner.query(
      `insert into enrolment (id, person_id, course_code, course_version_id, created_at)
       select gen_random_uuid(), $1, code, current_version_id, now() from course on conflict do nothing`,
      [person],
    );
    expect(await queriesOf(test, page)).toBe(withOne);
    expect(await page()).toContain('Ethics');
  });

  const visitorOf = async (personId: string) =>
    visitor(test, await openSession(test, { personId, assurance: 'password' }, 'page'));
});

import { useApp } from '../../../test/support/app.js';
import { openSession } from '../../../test/support/caller.js';
import { insertPerson } from '../../../test/support/factories/person.js';
import { visitor, type Visitor } from '../../../test/support/visitor.js';
import { COURSE } from '../../courses/testing/learning.js';
import { loadCourseWithSession, organizationWith } from '../testing/cohort-world.js';

describe('groups on pages, by plain forms', () => {
  const test = useApp();
  let instructor: Visitor;
  let learner: Visitor;
  let learnerId: string;

  beforeAll(async () => {
    test.clock.set('2026-11-21T21:40:00Z'); // 16:40 in New York
    await loadCourseWithSession(test);
    const { personId } = await organizationWith(test, 'training-provider', 'instructor');
    instructor = visitor(test, await openSession(test, { personId, assurance: 'password' }, 'page'));
    learnerId = await insertPerson(test.owner, 'Zoë Nguyễn', 'zoe@example.org');
    learner = visitor(test, await openSession(test, { personId: learnerId, assurance: 'password' }, 'page'));
  });

  it('are begun, joined, met in and written down without a script', async () => {
    await instructor.get('/teaching/cohorts/new');
    const form = {
      courseCode: COURSE,
      title: 'Thursdays',
      startsOn: '2026-11-21',
      endsOn: '2027-01-31',
      isOpen: 'yes',
    };
    const refused = await instructor.post('/teaching/cohorts', { ...form, places: 'many' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('as a number');
    expect(refused.text).toContain('value="Thursdays"');
    const begun = await instructor.post('/teaching/cohorts', { ...form, places: '2' });
    const group = begun.headers['location'] ?? '';
    expect(group).toMatch(/^\/teaching\/cohorts\//u);

    await instructor.get(`${group}/live-sessions/new`);
    const session = { sessionCode: 'listening-together', day: '2026-11-21', time: '18:00' };
    await instructor.post(`${group}/live-sessions`, { ...session, delivery: 'in_person', place: 'Room 2' });
    const page = await instructor.get(group);
    const room = /\/teaching\/live-sessions\/[0-9a-f-]+/u.exec(page.text)?.[0] ?? '';
    expect(page.text).toContain('6:00 pm EST');

    const cohort = group.replace('/teaching', '');
    expect((await learner.get('/cohorts')).text).toContain('2 free of 2');
    expect((await learner.get(cohort)).text).not.toContain('Room 2');
    await learner.post(`${cohort}/places`);
    const before = await learner.get(cohort);
    expect(before.text).toContain('Room 2');
    expect(before.text).toContain('from half an hour before it begins');
    expect(before.text).not.toContain('/check-in"');
    expect((await instructor.get(room)).text).not.toContain('Show the code to the room');

    test.clock.set('2026-11-21T23:10:20Z');
    const shown = await instructor.get(`${room}/code`);
    expect(shown.headers['refresh']).toBe('40');
    const code = /gs-room__code">([2-9A-Z]{3} [2-9A-Z]{3})</u.exec(shown.text)?.[1] ?? '';
    expect((await instructor.get(room)).text).toContain('Show the code to the room');
    expect((await learner.get(cohort)).text).toContain('/check-in"');
    const door = room.replace('/teaching', '');
    const scanned = await learner.get(`${door}/check-in?code=${encodeURIComponent(code)}`);
    expect(scanned.text).toContain(`value="${code}"`);
    expect((await learner.post(`${door}/check-ins`, { code })).headers['location']).toBe('/cohorts');

    const roster = await instructor.get(room);
    expect(roster.text).toContain('Checked in');
    expect(roster.text).toContain('value="90"');
    await instructor.post(`${room}/attendance`, { [`minutes.${learnerId}`]: '45', [`talk.${learnerId}`]: 'yes' });
    const record = await learner.get(`/courses/${COURSE}/completion`);
    expect(record.text).toContain('40\u00a0min');
    expect(record.text).toContain('held by Ines Instructor');
  });

  it('tell who teaches for nobody so, and a stranger nothing of a group', async () => {
    const answer = await learner.get('/teaching');
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('for people who teach courses');
  });
});

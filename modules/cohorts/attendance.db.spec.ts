import { useApp } from '../../test/support/app.js';
import { businessOf, personActor } from '../../test/support/by-person-id.js';
import { insertPerson } from '../../test/support/factories/person.js';
import { heldOpen, untilOneWaits } from '../../test/support/held-open.js';
import { COURSE, learning } from '../courses/testing/learning.js';
import { PauseCourse } from '../courses/use-cases/pause-course.js';
import { Evidence } from '../evidence/evidence.public.js';
import { CohortsModule } from './cohorts.module.js';
import { loadCourseWithSession, organizationWith } from './testing/cohort-world.js';
import { AskForPlace } from './use-cases/ask-for-place.js';
import { CancelSession } from './use-cases/cancel-session.js';
import { CheckIn } from './use-cases/check-in.js';
import { LendAHand } from './use-cases/lend-a-hand.js';
import { MarkAttendance, type Presence } from './use-cases/mark-attendance.js';
import { OpenCohort } from './use-cases/open-cohort.js';
import { ReadRoom } from './use-cases/read-room.js';
import { ReadTaughtCohort } from './use-cases/read-taught-cohort.js';
import { ScheduleSession } from './use-cases/schedule-session.js';

describe('a live session', () => {
  const test = useApp({ business: businessOf([CohortsModule]) });
  const { finishLessons, codes } = learning(test);
  let provider: Awaited<ReturnType<typeof organizationWith>>;
  let person: string;
  let cohortId: string;
  let sessionId: string;

  beforeAll(async () => {
    await loadCourseWithSession(test);
    provider = await organizationWith(test, 'training-provider', 'instructor');
  });
  beforeEach(async () => {
    test.clock.set('2026-11-21T15:00:00Z');
    person = await insertPerson(test.owner, 'Zoë Nguyễn', `zoe${Math.random()}@example.org`);
    cohortId = await open();
    await ask(person, cohortId);
    sessionId = await schedule(cohortId);
  });

  const open = async () =>
    (
      await test.run(
        (tx) =>
          test.get(OpenCohort).execute(tx, {
            courseCode: COURSE,
            title: 'Thursday evenings',
            places: 40,
            startsOn: '2026-11-21',
            endsOn: '2027-01-31',
            isOpen: true,
            instructors: [],
          }),
        provider.actor,
      )
    ).id;
  const ask = (who: string, id: string) =>
    test.run((tx) => test.get(AskForPlace).execute(tx, { cohortId: id }), personActor(who));
  const schedule = async (id: string, time = '18:00') =>
    (
      await test.run(
        (tx) =>
          test.get(ScheduleSession).execute(tx, {
            cohortId: id,
            sessionCode: 'listening-together',
            day: '2026-11-21',
            time,
            delivery: 'in_person',
            place: 'Room 2',
          }),
        provider.actor,
      )
    ).id;
  const begin = () => test.clock.set('2026-11-21T23:05:00Z'); // 18:05 in New York
  const code = async () => (await test.run((tx) => test.get(ReadRoom).code(tx, sessionId), provider.actor)).code ?? '';
  const checkIn = (who: string, typed: string) =>
    test.run((tx) => test.get(CheckIn).execute(tx, { sessionId, code: typed }), personActor(who));
  const mark = (present: Presence[], by = provider.actor, id = sessionId) =>
    test.run((tx) => test.get(MarkAttendance).execute(tx, { sessionId: id, present }), by);
  const there = (minutes: number, liveInteraction = true) => [{ personId: person, minutes, liveInteraction }];
  const facts = () => test.run((tx) => test.get(Evidence).factsOf(tx, person));
  const group = (by = provider.actor, after?: string) =>
    test.run((tx) => test.get(ReadTaughtCohort).execute(tx, { cohortId, after }), by);

  it('is put on the calendar by the clocks of the organization', async () => {
    const { rows } = await test.owner.query('select starts_at::text as at from cohort_session where id = $1', [
      sessionId,
    ]);
    expect(new Date(rows[0].at).toISOString()).toBe('2026-11-21T23:00:00.000Z');
  });

  it('is one training fact for who was there, vouched for by the instructor, with its minutes by topic', async () => {
    begin();
    expect(await mark(there(90))).toEqual({ marked: 1 });
    expect(await mark(there(90))).toEqual({ marked: 0 });
    const [fact, ...others] = await facts();
    expect(others).toEqual([]);
    expect(fact).toMatchObject({
      kind: 'training',
      code: COURSE,
      minutes: 80,
      topics: [
        { topic: 'mentoring_education', minutes: 60 },
        { topic: 'ethical_responsibility', minutes: 20 },
      ],
      value: { delivery: 'in_person', live: true, live_interaction: true, session: 'listening-together' },
      vouchedBy: { method: 'course', personId: provider.personId, organizationId: provider.organizationId },
      source: { module: 'cohorts' },
    });
    expect(fact?.occurredOn.toString()).toBe('2026-11-21');
  });

  it('is set right by new lines and new facts, down to nothing and up again', async () => {
    begin();
    await mark(there(90));
    await mark(there(45, false));
    expect(await facts()).toMatchObject([{ minutes: 40, value: { live_interaction: false } }]);
    await mark(there(0));
    expect(await facts()).toEqual([]);
    await mark(there(90));
    expect(await facts()).toMatchObject([{ minutes: 80 }]);
    const { rows } = await test.owner.query('select minutes from attendance where person_id = $1 order by id', [
      person,
    ]);
    expect(rows.map(({ minutes }) => minutes)).toEqual([90, 45, 0, 90]);
  });

  it('counts once for a person, however many cohorts hold the same plan', async () => {
    const second = await open();
    await ask(person, second);
    const again = await schedule(second, '18:01');
    begin();
    await Promise.all([mark(there(90)), mark(there(90), provider.actor, again)]);
    expect(await facts()).toMatchObject([{ minutes: 80 }]);
  });

  it('waits to be written down while the same plan is written down for the person elsewhere, and counts once then, too', async () => {
    const second = await open();
    await ask(person, second);
    const again = await schedule(second, '18:01');
    begin();
    const writing = await heldOpen(
      test,
      (tx) => test.get(MarkAttendance).execute(tx, { sessionId, present: there(90) }),
      provider.actor,
    );
    const other = mark(there(90), provider.actor, again);
    await untilOneWaits(test);
    await writing.commit();
    await other;
    expect(await facts()).toMatchObject([{ minutes: 80 }]);
  });

  it('is written down by its own instructor only, once it has begun, for people with a place', async () => {
    await expect(mark(there(90))).rejects.toMatchObject({ code: 'cohorts.not_yet_held' });
    begin();
    const other = await organizationWith(test, 'training-provider', 'instructor');
    await expect(mark(there(90), other.actor)).rejects.toMatchObject({ kind: 'not_found' });
    await expect(mark(there(90), { ...personActor(person) })).rejects.toMatchObject({ kind: 'not_found' });
    // Who lost the role lost the roster with it.
    await expect(mark(there(90), { ...provider.actor, memberships: [] })).rejects.toMatchObject({ kind: 'not_found' });
    const stranger = await insertPerson(test.owner);
    expect(await mark([{ personId: stranger, minutes: 90, liveInteraction: true }])).toEqual({ marked: 0 });
  });

  it('is checked in to by the code of the minute, by who has a place, and nothing counts by that alone', async () => {
    begin();
    const shown = await code();
    expect(shown).toMatch(/^[2-9A-HJ-NP-Z]{6}$/u);
    await expect(checkIn(person, 'AAAAAA')).rejects.toMatchObject({ code: 'cohorts.not_this_code' });
    const stranger = await insertPerson(test.owner);
    await expect(checkIn(stranger, shown)).rejects.toMatchObject({ code: 'cohorts.not_in_session' });
    await checkIn(person, shown.toLowerCase());
    await checkIn(person, shown);
    expect(await facts()).toEqual([]);
    const room = await test.run((tx) => test.get(ReadRoom).execute(tx, sessionId, null), provider.actor);
    expect(room.roster).toMatchObject([{ name: 'Zoë Nguyễn', minutes: null, checkedInAt: expect.anything() }]);
    test.clock.forward({ minutes: 2 });
    await expect(checkIn(person, shown)).rejects.toMatchObject({ code: 'cohorts.not_this_code' });
    test.clock.forward({ hours: 3 });
    await expect(checkIn(person, shown)).rejects.toMatchObject({ code: 'cohorts.session_closed' });
    expect(await code()).toBe('');
  });

  it('is taken off the calendar before it begins, everybody with a place told once', async () => {
    const cancel = (by = provider.actor) => test.run((tx) => test.get(CancelSession).execute(tx, { sessionId }), by);
    await expect(cancel(personActor(person))).rejects.toMatchObject({ kind: 'not_found' });
    await cancel();
    await cancel();
    const { rows } = await test.owner.query(`select person_id from letter where kind = 'cohort-session-cancelled'`);
    expect(rows).toEqual([{ person_id: person }]);
    begin();
    await expect(mark(there(90))).rejects.toMatchObject({ code: 'cohorts.not_yet_held' });
    expect(await code()).toBe('');
    sessionId = await schedule(cohortId);
    await expect(cancel()).rejects.toMatchObject({ code: 'cohorts.already_begun' });
  });

  describe('and its group, before the instructor', () => {
    it('shows who may be glad of a word, in kind words and no order of merit', async () => {
      const finished = await insertPerson(test.owner, 'Ada Goes-On');
      await ask(finished, cohortId);
      begin();
      await mark([
        { personId: person, minutes: 0, liveInteraction: false },
        { personId: finished, minutes: 90, liveInteraction: true },
      ]);
      test.clock.forward({ hours: 24 * 11 });
      await finishLessons(finished, (await codes(finished)).slice(0, 1));
      const { members } = await group();
      expect(members.rows).toMatchObject([
        {
          name: 'Zoë Nguyễn',
          hands: [
            { kind: 'quiet', days: 11 },
            { kind: 'session', title: 'Listening together' },
          ],
        },
        { name: 'Ada Goes-On', activity: { lessonsDone: 1 }, hands: [] },
      ]);
    });

    it('goes by pages, each person once', async () => {
      for (let n = 0; n < 29; n += 1) await ask(await insertPerson(test.owner), cohortId);
      const first = await group();
      const second = await group(provider.actor, first.members.next ?? '');
      const ids = [...first.members.rows, ...second.members.rows].map(({ personId }) => personId);
      expect([first.members.rows.length, second.members.rows.length, new Set(ids).size]).toEqual([25, 5, 30]);
      expect(second.members.next).toBeNull();
    });

    it('is not there for anybody else', async () => {
      const colleague = { ...personActor(person), memberships: provider.actor.memberships };
      await expect(group(colleague)).rejects.toMatchObject({ kind: 'not_found' });
      await expect(group(personActor(person))).rejects.toMatchObject({ kind: 'not_found' });
    });

    it('can be written to once a day, and whoever rests is left in peace', async () => {
      const lend = () =>
        test.run((tx) => test.get(LendAHand).execute(tx, { cohortId, personId: person }), provider.actor);
      await lend();
      await lend();
      const { rows } = await test.owner.query(`select 1 from letter where kind = 'cohort-hand' and person_id = $1`, [
        person,
      ]);
      expect(rows).toHaveLength(1);
      await test.run((tx) => test.get(PauseCourse).execute(tx, { courseCode: COURSE }), personActor(person));
      await expect(lend()).rejects.toMatchObject({ code: 'cohorts.rests' });
      test.clock.forward({ hours: 24 * 60 });
      expect((await group()).members.rows[0]?.hands).toEqual([]);
    });
  });
});

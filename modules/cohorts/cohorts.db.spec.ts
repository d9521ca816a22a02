import { useApp } from '../../test/support/app.js';
import { businessOf, personActor } from '../../test/support/by-person-id.js';
import { insertPerson } from '../../test/support/factories/person.js';
import { COURSE } from '../courses/testing/learning.js';
import { CohortsModule } from './cohorts.module.js';
import { loadCourseWithSession, organizationWith } from './testing/cohort-world.js';
import { AnswerInvitation } from './use-cases/answer-invitation.js';
import { AnswerOffer } from './use-cases/answer-offer.js';
import { AskForPlace } from './use-cases/ask-for-place.js';
import { Invite } from './use-cases/invite.js';
import { OpenCohort } from './use-cases/open-cohort.js';
import { ReadCohorts } from './use-cases/read-cohorts.js';

describe('a place in a cohort', () => {
  const test = useApp({ business: businessOf([CohortsModule]) });
  let provider: Awaited<ReturnType<typeof organizationWith>>;

  beforeAll(async () => {
    await loadCourseWithSession(test);
    provider = await organizationWith(test, 'training-provider', 'instructor');
  });
  beforeEach(() => test.clock.set('2026-11-21T15:00:00Z'));

  const open = (places: number, { isOpen = true, by = provider.actor } = {}) =>
    test.run(
      (tx) =>
        test.get(OpenCohort).execute(tx, {
          courseCode: COURSE,
          title: 'Thursday evenings',
          places,
          startsOn: '2026-12-01',
          endsOn: '2027-01-31',
          isOpen,
          instructors: [],
        }),
      by,
    );
  const ask = (who: string, door: Parameters<AskForPlace['execute']>[1]) =>
    test.run((tx) => test.get(AskForPlace).execute(tx, door), personActor(who));
  const answer = (who: string, verb: 'accept' | 'leave', cohortId: string) =>
    test.run((tx) => test.get(AnswerOffer)[verb](tx, { cohortId }), personActor(who));
  const stateOf = async (who: string, cohortId: string) => {
    const { rows } = await test.owner.query(
      'select state from cohort_place where person_id = $1 and cohort_id = $2 order by changed_at desc, id desc limit 1',
      [who, cohortId],
    );
    return rows[0]?.state;
  };
  const letters = async (kind: string, who: string) => {
    const { rows } = await test.owner.query('select 1 from letter where kind = $1 and person_id = $2', [kind, who]);
    return rows.length;
  };
  const people = (n: number) =>
    Promise.all(
      Array.from({ length: n }, (_, at) => insertPerson(test.owner, 'Somebody', `p${Math.random()}-${at}@example.org`)),
    );

  it('is taken at once while there is one, and begins the course', async () => {
    const { id: cohortId } = await open(1);
    const [first = '', second = ''] = await people(2);
    expect(await ask(first, { cohortId })).toMatchObject({ state: 'held' });
    expect(await ask(first, { cohortId })).toMatchObject({ state: 'held' });
    expect(await ask(second, { cohortId })).toMatchObject({ state: 'waiting' });
    const { rows } = await test.owner.query('select person_id from enrolment where person_id = any($1)', [
      [first, second],
    ]);
    expect(rows).toHaveLength(2);
  });

  it('is never given twice, however many ask at the same moment', async () => {
    const { id: cohortId } = await open(3);
    const asking = await people(12);
    const states = await Promise.all(asking.map((who) => ask(who, { cohortId })));
    expect(states.filter(({ state }) => state === 'held')).toHaveLength(3);
    expect(states.filter(({ state }) => state === 'waiting')).toHaveLength(9);
  });

  it('cannot be given beyond the number there is, even past the code', async () => {
    const { id: cohortId } = await open(1);
    const [first = '', second = ''] = await people(2);
    await ask(first, { cohortId });
    await ask(second, { cohortId });
    await expect(
      test.owner.query(`update cohort_place set state = 'held' where cohort_id = $1 and person_id = $2`, [
        cohortId,
        second,
      ]),
    ).rejects.toThrow(/has no place left/u);
  });

  it('goes to who has waited longest, by letter, and on to the next when nobody answers in time', async () => {
    const { id: cohortId } = await open(1);
    const [holder = '', first = '', second = ''] = await people(3);
    await ask(holder, { cohortId });
    await ask(first, { cohortId });
    test.clock.forward({ minutes: 1 });
    await ask(second, { cohortId });
    await answer(holder, 'leave', cohortId);
    expect([await stateOf(first, cohortId), await stateOf(second, cohortId)]).toEqual(['offered', 'waiting']);
    expect(await letters('cohort-place-offered', first)).toBe(1);

    test.clock.forward({ hours: 71 });
    await test.runEffects();
    expect(await stateOf(first, cohortId)).toBe('offered');
    test.clock.forward({ hours: 2 });
    await test.runEffects();
    expect([await stateOf(first, cohortId), await stateOf(second, cohortId)]).toEqual(['lapsed', 'offered']);
    expect(await letters('cohort-offer-lapsed', first)).toBe(1);
    await expect(answer(first, 'accept', cohortId)).rejects.toMatchObject({ code: 'cohorts.no_offer' });
    await answer(second, 'accept', cohortId);
    test.clock.forward({ hours: 100 });
    await test.runEffects();
    expect(await stateOf(second, cohortId)).toBe('held');
  });

  it('that is free is not taken past those who wait', async () => {
    const { id: cohortId } = await open(1);
    const [holder = '', waits = '', late = ''] = await people(3);
    for (const who of [holder, waits]) await ask(who, { cohortId });
    await answer(holder, 'leave', cohortId);
    expect(await ask(late, { cohortId })).toMatchObject({ state: 'waiting' });
    await answer(waits, 'leave', cohortId);
    expect(await stateOf(late, cohortId)).toBe('offered');
  });

  it('in a closed cohort needs its code; small letters and spaces do', async () => {
    const { id: cohortId } = await open(2, { isOpen: false });
    const { rows } = await test.owner.query('select join_code as code from cohort where id = $1', [cohortId]);
    const [person = ''] = await people(1);
    await expect(ask(person, { cohortId })).rejects.toMatchObject({ kind: 'not_found' });
    await expect(test.run((tx) => test.get(ReadCohorts).one(tx, cohortId), personActor(person))).rejects.toMatchObject({
      kind: 'not_found',
    });
    await expect(ask(person, { code: '22222222' })).rejects.toMatchObject({ code: 'cohorts.unknown_code' });
    const typed = `${rows[0].code.slice(0, 4)} ${rows[0].code.slice(4)}`.toLowerCase();
    expect(await ask(person, { code: typed })).toMatchObject({ cohortId, state: 'held' });
  });

  it('is not for who teaches there, and cohorts are begun by who teaches for an organization', async () => {
    const { id: cohortId } = await open(2);
    await expect(ask(provider.personId, { cohortId })).rejects.toMatchObject({ code: 'cohorts.teaches_here' });
    const [stranger = ''] = await people(1);
    await expect(open(2, { by: personActor(stranger) })).rejects.toMatchObject({ kind: 'forbidden' });
    const employer = await organizationWith(test, 'employer', 'roster-manager');
    await expect(open(2, { by: employer.actor })).rejects.toMatchObject({ kind: 'forbidden' });
  });

  describe('or in a course by invitation', () => {
    const invite = (email: string, by = provider.actor, cohortId?: string) =>
      test.run((tx) => test.get(Invite).execute(tx, { courseCode: COURSE, cohortId, name: 'Rosa Example', email }), by);
    const invitationTo = async (email: string): Promise<string> => {
      const { rows } = await test.owner.query('select id from course_invitation where email = $1 order by id desc', [
        email,
      ]);
      return rows[0]?.id;
    };
    const reply = (who: string, verb: 'accept' | 'decline', invitationId: string) =>
      test.run<string | void>((tx) => test.get(AnswerInvitation)[verb](tx, { invitationId }), personActor(who));
    const enrolments = async (who: string) =>
      (await test.owner.query('select 1 from enrolment where person_id = $1', [who])).rows.length;

    it('begins nothing before the person who has the address says yes', async () => {
      const employer = await organizationWith(test, 'employer', 'roster-manager');
      const person = await insertPerson(test.owner, 'Rosa Example', 'rosa.one@example.org');
      await invite('Rosa.One@example.org', employer.actor);
      await invite('Rosa.One@example.org', employer.actor);
      const { rows } = await test.owner.query(`select 1 from letter where kind = 'cohort-invitation'`);
      expect(rows).toHaveLength(1);
      expect(await enrolments(person)).toBe(0);
      const id = await invitationTo('Rosa.One@example.org');
      const stranger = await insertPerson(test.owner, 'Stranger', 'stranger.one@example.org');
      await expect(reply(stranger, 'accept', id)).rejects.toMatchObject({ kind: 'not_found' });
      expect(await reply(person, 'accept', id)).toBe(`/courses/${COURSE}`);
      expect(await enrolments(person)).toBe(1);
      await expect(reply(person, 'decline', id)).rejects.toMatchObject({ code: 'cohorts.invitation_answered' });
    });

    it('leads into a closed cohort, and a no begins nothing', async () => {
      const { id: cohortId } = await open(1, { isOpen: false });
      const [yes, no] = [
        await insertPerson(test.owner, 'Yes', 'yes@example.org'),
        await insertPerson(test.owner, 'No', 'no@example.org'),
      ];
      for (const email of ['yes@example.org', 'no@example.org']) await invite(email, provider.actor, cohortId);
      expect(await reply(yes, 'accept', await invitationTo('yes@example.org'))).toBe(`/cohorts/${cohortId}`);
      expect(await stateOf(yes, cohortId)).toBe('held');
      await reply(no, 'decline', await invitationTo('no@example.org'));
      expect(await enrolments(no)).toBe(0);
    });

    it('is sent by staff of an organization only, into cohorts of their own, and can be taken back', async () => {
      const person = await insertPerson(test.owner, 'Back', 'back@example.org');
      await expect(invite('x@example.org', personActor(person))).rejects.toMatchObject({ kind: 'forbidden' });
      const other = await organizationWith(test, 'training-provider', 'instructor');
      const { id: cohortId } = await open(1);
      await expect(invite('x@example.org', other.actor, cohortId)).rejects.toMatchObject({ kind: 'not_found' });
      await invite('back@example.org');
      const id = await invitationTo('back@example.org');
      const withdraw = (by: typeof other.actor) =>
        test.run((tx) => test.get(Invite).withdraw(tx, { invitationId: id }), by);
      await expect(withdraw(other.actor)).rejects.toMatchObject({ kind: 'not_found' });
      await withdraw(provider.actor);
      await expect(reply(person, 'accept', id)).rejects.toMatchObject({ code: 'cohorts.invitation_answered' });
    });
  });
});

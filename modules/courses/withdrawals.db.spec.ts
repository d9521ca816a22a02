import { useApp } from '../../test/support/app.js';
import { businessOf, personActor } from '../../test/support/by-person-id.js';
import { insertPerson } from '../../test/support/factories/person.js';
import { heldOpen, untilOneWaits } from '../../test/support/held-open.js';
import { CourseContent } from './courses.public.js';
import { CoursesModule } from './courses.module.js';
import { contentCopy, COURSE, learning } from './testing/learning.js';
import { Enrol } from './use-cases/enrol.js';
import { PauseCourse } from './use-cases/pause-course.js';
import { ReadCourses } from './use-cases/read-courses.js';

describe('being in a course while it rests or changes', () => {
  const test = useApp({ business: businessOf([CoursesModule]) });
  const { enrol, standing, codes, finishLessons, finish, passQuiz } = learning(test);
  const content = contentCopy();
  let person: string;

  beforeAll(() => load());
  beforeEach(async () => {
    test.clock.forward({ hours: 1 });
    person = await insertPerson(test.owner);
  });
  afterAll(() => content.remove());

  const load = () => test.run((tx) => test.get(CourseContent).load(tx, content.dir));
  const retitle = (title: string) =>
    content.edit('course.yaml', (text) => text.replace(/^title: .*$/mu, `title: ${title}`));
  const withdraw = (reason: string, versionId?: string) =>
    test.run((tx) => test.get(CourseContent).withdraw(tx, { courseCode: COURSE, reason, versionId }));
  const pause = (who = person) =>
    test.run((tx) => test.get(PauseCourse).execute(tx, { courseCode: COURSE }), personActor(who));
  const title = async (who: string) => (await standing(who))?.progress.course.title;

  it('rests as long as one likes, keeps everything, and goes on by itself with the next lesson', async () => {
    await enrol(person);
    const [first = '', second = ''] = await codes(person);
    await finishLessons(person, [first]);
    await pause();
    await pause();
    expect((await standing(person))?.progress).toMatchObject({ lessonsDone: 1, pausedAt: expect.anything() });
    test.clock.forward({ hours: 24 * 90 });
    await finishLessons(person, [second]);
    expect((await standing(person))?.progress).toMatchObject({ lessonsDone: 2, pausedAt: null });
    const { rows } = await test.owner.query('select * from enrolment_pause where person_id = $1', [person]);
    expect(rows).toHaveLength(1);
    expect(Object.keys(rows[0]).sort()).toEqual(['enrolment_id', 'id', 'paused_at', 'person_id', 'resumed_at']);
  });

  it('can be paused by those who are in it, and not once it is finished', async () => {
    await expect(pause()).rejects.toMatchObject({ kind: 'not_found' });
    await finish(person);
    await expect(pause()).rejects.toMatchObject({ code: 'courses.already_finished' });
  });

  it('ties what was finished to the version that was finished, whatever comes after', async () => {
    await finish(person);
    const before = await standing(person);
    retitle('Another title');
    await load();
    const { rows } = await test.owner.query(`select value->>'course_version' as id from fact where person_id = $1`, [
      person,
    ]);
    expect(rows).toEqual([{ id: before?.courseVersionId }]);
    expect(await title(person)).toBe(before?.progress.course.title);
  });

  it('refuses a course that builds on another with what is still needed, and lets it begin when that is finished', async () => {
    content.second('second');
    content.edit(
      'course.yaml',
      (text) => text.replace('lessons:\n', `prerequisites: [${COURSE}]\nlessons:\n`),
      'second',
    );
    expect((await load()).published).toEqual(['second']);
    const begin = () => test.run((tx) => test.get(Enrol).execute(tx, { courseCode: 'second' }), personActor(person));
    await expect(begin()).rejects.toMatchObject({
      code: 'courses.prerequisites_needed',
      next: 'Still needed first: Another title.',
    });
    await finish(person);
    await begin();
    const view = await test.run((tx) => test.get(ReadCourses).one(tx, 'second'), personActor(person));
    expect(view).toMatchObject({ enrolment: { completedOn: null }, prerequisites: [{ isFinished: true }] });
  });

  it('is withdrawn: who is in it finishes it, newcomers begin with the newest that is left', async () => {
    retitle('A title withdrawn');
    await load();
    await enrol(person);
    expect((await withdraw('A step was told wrongly.')).newest).not.toBeNull();

    const newcomer = await insertPerson(test.owner);
    await enrol(newcomer);
    expect(await title(newcomer)).toBe('Another title');
    expect((await standing(newcomer))?.withdrawal).toBeNull();
    expect((await standing(person))?.withdrawal).toMatchObject({ reason: 'A step was told wrongly.' });
    await finishLessons(person, await codes(person));
    await passQuiz(person);
    expect((await standing(person))?.progress.state).toBe('finished');
  });

  it('does not come back by itself while its files still hold the withdrawn version', async () => {
    expect(await load()).toMatchObject({ published: [], withdrawn: [COURSE] });
    await enrol(person);
    expect(await title(person)).toBe('Another title');
  });

  it('is withdrawn once, for a reason, and only if there is such a version', async () => {
    await expect(withdraw(' ')).rejects.toMatchObject({ code: 'courses.reason_needed' });
    await expect(withdraw('x', 'f'.repeat(64))).rejects.toMatchObject({ kind: 'not_found' });
    const { rows } = await test.owner.query('select course_version_id as id from course_version_withdrawal');
    await expect(withdraw('x', rows[0].id)).rejects.toMatchObject({ code: 'courses.version_withdrawn' });
  });

  it('is closed to newcomers when no version is left, until a mended one comes', async () => {
    for (let left: string | null = ''; left !== null;) left = (await withdraw('Being mended.')).newest;
    await expect(enrol(person)).rejects.toMatchObject({ code: 'courses.closed' });
    const all = () => test.run((tx) => test.get(ReadCourses).all(tx));
    expect((await all()).map(({ course }) => course.code)).not.toContain(COURSE);
    retitle('Mended');
    expect((await load()).published).toEqual([COURSE]);
    await enrol(person);
    expect(await title(person)).toBe('Mended');
  });

  it('lets nobody begin a version that is being withdrawn at that moment: they wait, and begin what is left', async () => {
    retitle('Raced');
    await load();
    const withdrawing = await heldOpen(test, (tx) =>
      test.get(CourseContent).withdraw(tx, { courseCode: COURSE, reason: 'In between.' }),
    );
    const beginning = enrol(person);
    await untilOneWaits(test);
    await withdrawing.commit();
    await beginning;
    expect((await standing(person))?.withdrawal).toBeNull();
    expect(await title(person)).toBe('Mended');
  });

  it('writes to whoever was beginning a version in the moment in which it was withdrawn', async () => {
    retitle('Raced again');
    await load();
    const beginning = await heldOpen(
      test,
      (tx) => test.get(Enrol).execute(tx, { courseCode: COURSE }),
      personActor(person),
    );
    const withdrawing = withdraw('In between, again.');
    await untilOneWaits(test);
    await beginning.commit();
    await withdrawing;
    expect((await standing(person))?.withdrawal).toMatchObject({ reason: 'In between, again.' });
    expect(await title(person)).toBe('Raced again');
  });
});

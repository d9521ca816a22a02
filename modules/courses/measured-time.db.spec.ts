import { useApp } from '../../test/support/app.js';
import { businessOf, personActor } from '../../test/support/by-person-id.js';
import { insertPerson } from '../../test/support/factories/person.js';
import { Evidence } from '../evidence/evidence.public.js';
import { CourseContent } from './courses.public.js';
import { CoursesModule } from './courses.module.js';
import { contentCopy, COURSE, learning } from './testing/learning.js';
import { NoteSignOfWork } from './use-cases/note-sign-of-work.js';

describe('a course that counts the time at work', () => {
  const test = useApp({ business: businessOf([CoursesModule]) });
  const { enrol, codes, finishLessons, passQuiz, finish } = learning(test);
  let person: string;

  beforeAll(() => load('{ rule: measured, without_script: nothing }'));
  beforeEach(async () => {
    test.clock.forward({ hours: 1 });
    person = await insertPerson(test.owner);
  });

  const load = async (counting: string) => {
    const content = contentCopy();
    content.edit('course.yaml', (text) => text.replace(/^training:$/mu, `counting: ${counting}\ntraining:`));
    const { faults } = await test.run((tx) => test.get(CourseContent).load(tx, content.dir));
    content.remove();
    expect(faults).toEqual([]);
  };
  const sign = (lessonCode: string) =>
    test.run((tx) => test.get(NoteSignOfWork).execute(tx, { courseCode: COURSE, lessonCode }), personActor(person));
  const workFor = async (lessonCode: string, minutes: number) => {
    await sign(lessonCode);
    for (let half = 0; half < minutes * 2; half += 1) {
      test.clock.forward({ seconds: 30 });
      await sign(lessonCode);
    }
  };
  const seconds = async () => {
    const { rows } = await test.owner.query(
      'select coalesce(sum(seconds), 0)::int as n from lesson_time where person_id = $1',
      [person],
    );
    return rows[0].n;
  };
  const minutes = async () => (await test.run((tx) => test.get(Evidence).factsOf(tx, person)))[0]?.minutes;

  it('counts what was worked, and not the hours in which the page lay open', async () => {
    await enrol(person);
    const [first = '', ...others] = await codes(person);
    await workFor(first, 14);
    test.clock.forward({ hours: 5 });
    await workFor(first, 1);
    expect(await seconds()).toBe(15 * 60);
    await finishLessons(person, [first, ...others]);
    await passQuiz(person);
    // 15 minutes of the first lesson and the 20 of the quiz, of 162 in all: the same share of each topic, rounded down.
    expect(await minutes()).toBeGreaterThan(30);
    expect(await minutes()).toBeLessThanOrEqual(35);
  });

  it('counts the time of two open pages once', async () => {
    await enrol(person);
    const [first = '', second = ''] = await codes(person);
    await sign(first);
    for (let half = 0; half < 20; half += 1) {
      test.clock.forward({ seconds: 30 });
      await Promise.all([sign(first), sign(second)]);
    }
    expect(await seconds()).toBe(600);
  });

  it('counts finished lessons as claimed without scripts, where it says so', async () => {
    await load('{ rule: measured, without_script: completion }');
    await finish(person);
    expect(await minutes()).toBe(162);
  });

  it('keeps no time at all where it counts by completion', async () => {
    await load('{ rule: completion }');
    await enrol(person);
    const [first = ''] = await codes(person);
    await workFor(first, 1);
    expect(await seconds()).toBe(0);
  });

  it('takes signs from nobody who is not in it', async () => {
    await expect(sign('what-recovery-means')).rejects.toMatchObject({ kind: 'not_found' });
  });
});

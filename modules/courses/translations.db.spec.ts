import { useApp } from '../../test/support/app.js';
import { businessOf, personActor } from '../../test/support/by-person-id.js';
import { insertPerson } from '../../test/support/factories/person.js';
import { visitor } from '../../test/support/visitor.js';
import { CompetenciesModule } from '../competencies/competencies.module.js';
import { CourseContent } from './courses.public.js';
import { CoursesModule } from './courses.module.js';
import { COURSE, learning } from './testing/learning.js';
import { ReadCourses } from './use-cases/read-courses.js';

const SPANISH = `${COURSE}-es`;

describe('a course in two languages', () => {
  const test = useApp({ business: businessOf([CompetenciesModule, CoursesModule]) });
  let person: string;

  beforeAll(async () => {
    await test.run((tx) => test.get(CourseContent).load(tx, 'content'));
  });
  beforeEach(async () => {
    test.clock.set('2026-11-21T15:00:00Z');
    person = await insertPerson(test.owner, 'Inés Ejemplo');
  });

  const facts = async () =>
    (
      await test.owner.query<{ code: string; minutes: number; topics: unknown[] }>(
        'select code, minutes, topics from fact where person_id = $1 order by recorded_at, id',
        [person],
      )
    ).rows;

  it('offers the other language from each, and is named in the catalogue', async () => {
    const learner = visitor(test, person);
    expect((await learner.get(`/courses/${COURSE}`)).text).toMatch(
      new RegExp(`<p lang="es">Este curso también está en español: <a href="/courses/${SPANISH}" hreflang="es">`),
    );
    expect((await learner.get(`/courses/${SPANISH}`)).text).toMatch(
      new RegExp(`<p lang="en">This course is also available in English: <a href="/courses/${COURSE}" hreflang="en">`),
    );
    const { text } = await learner.get('/courses');
    expect(text).toContain('In Español, also in English');
    expect(text).toContain('In English, also in Español');
  });

  it('is read in its language, the page around it too', async () => {
    const learner = visitor(test, person);
    await learning(test, SPANISH).enrol(person);
    const { text } = await learner.get(`/courses/${SPANISH}/lessons/what-recovery-means`);
    expect(text).toMatch(/<div lang="es">[^]*Lección 1 de 5[^]*Compruebe lo que entendió[^]*Reflexión/);
    expect(text).not.toContain('Check your understanding');
  });

  it('counts as its original, so that what builds on that one can be begun', async () => {
    await learning(test, SPANISH).finish(person);
    expect(await facts()).toEqual([{ code: COURSE, minutes: 162, topics: expect.any(Array) }]);
  });

  it('is counted once by who finishes it in both', async () => {
    await learning(test).finish(person);
    await learning(test, SPANISH).finish(person);
    expect(await facts()).toEqual([
      { code: COURSE, minutes: 162, topics: expect.any(Array) },
      { code: COURSE, minutes: 0, topics: [] },
    ]);
    const courses = await test.run((tx) => test.get(ReadCourses).own(tx), personActor(person));
    expect(courses.map(({ completedOn }) => completedOn?.toString())).toEqual(['2026-11-21', '2026-11-21']);
  });

  it('teaches its competencies under its original alone', async () => {
    const { text } = await visitor(test, person).get('/competencies');
    expect(text).toContain(`/courses/${COURSE}"`);
    expect(text).not.toContain(SPANISH);
  });
});

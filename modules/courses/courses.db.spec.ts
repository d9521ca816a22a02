import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useApp } from '../../test/support/app.js';
import { businessOf, personActor } from '../../test/support/by-person-id.js';
import { insertPerson } from '../../test/support/factories/person.js';
import { Evidence } from '../evidence/evidence.public.js';
import { QuizPassed } from '../quizzes/quizzes.public.js';
import { Events } from '../../src/platform/events/events.js';
import { CourseContent } from './courses.public.js';
import { CoursesModule } from './courses.module.js';
import { AnswerChecks } from './use-cases/answer-checks.js';
import { CompleteLesson } from './use-cases/complete-lesson.js';
import { Enrol } from './use-cases/enrol.js';
import { ReadCourses } from './use-cases/read-courses.js';
import { ReadPicture } from './use-cases/read-picture.js';
import { ReadLesson } from './use-cases/read-lesson.js';

const COURSE = 'recovery-oriented-practice';
const QUIZ = `${COURSE}-quiz`;

describe('a course', () => {
  const test = useApp({ business: businessOf([CoursesModule]) });
  let person: string;

  beforeAll(async () => {
    await test.run((tx) => test.get(CourseContent).load(tx, 'content'));
  });
  beforeEach(async () => {
    test.clock.set('2026-11-21T15:00:00Z');
    person = await insertPerson(test.owner);
  });

  const enrol = (who = person) =>
    test.run((tx) => test.get(Enrol).execute(tx, { courseCode: COURSE }), personActor(who));
  const standing = (who = person) =>
    test.run(async (tx) => (await test.get(ReadCourses).one(tx, COURSE)).enrolment, personActor(who));
  const answer = (lessonCode: string, chosen: (number | null)[], who = person) =>
    test.run((tx) => test.get(AnswerChecks).execute(tx, { courseCode: COURSE, lessonCode, chosen }), personActor(who));
  const complete = (lessonCode: string, { reflectionDone = true, who = person } = {}) =>
    test.run(
      (tx) => test.get(CompleteLesson).execute(tx, { courseCode: COURSE, lessonCode, reflectionDone }),
      personActor(who),
    );
  const codes = async () => (await standing())?.progress.lessons.map(({ code }) => code) ?? [];
  const finishLessons = async (lessons: string[]) => {
    for (const code of lessons) {
      await answer(code, [0, 0, 0]);
      await complete(code);
    }
  };
  const passQuiz = () =>
    test.run((tx) => {
      const passed = new QuizPassed({
        attemptId: '00000000-0000-7000-8000-000000000001',
        personId: person,
        quizCode: QUIZ,
        courseCode: COURSE,
        scorePercent: 90,
        passedOn: '2026-11-21',
        passedAt: tx.now.toString(),
        competencies: {},
      });
      return test.get(Events).publish(tx, passed);
    });
  const facts = () => test.run((tx) => test.get(Evidence).factsOf(tx, person));

  it('is worth its minutes once: when the last lesson is done and the quiz is passed', async () => {
    await enrol();
    await finishLessons(await codes());
    expect(await facts()).toEqual([]);
    expect(await standing()).toMatchObject({ completedOn: null, progress: { state: 'quiz_left', next: 'quiz' } });

    await passQuiz();
    await passQuiz();

    const [fact, ...others] = await facts();
    expect(others).toEqual([]);
    expect(fact).toMatchObject({
      kind: 'training',
      code: COURSE,
      minutes: 162,
      value: { delivery: 'self_paced', assessment_passed: true },
      vouchedBy: { method: 'course' },
      source: { module: 'courses' },
    });
    expect(fact?.topics).toContainEqual({ topic: 'recovery_wellness_support', minutes: 74 });
    const enrolment = await standing();
    expect(enrolment?.completedOn?.toString()).toBe('2026-11-21');
    expect(enrolment?.progress).toMatchObject({ state: 'finished', next: null });
  });

  it('records nothing for a passed quiz while a lesson is open, nor for people who are not in the course', async () => {
    await passQuiz();
    await enrol();
    await finishLessons((await codes()).slice(1));
    await passQuiz();
    expect(await facts()).toEqual([]);
  });

  it('lets nobody finish a lesson before its questions are answered and the reflection is done', async () => {
    await enrol();
    const [first = ''] = await codes();
    await expect(complete(first)).rejects.toMatchObject({ code: 'courses.checks_first' });
    await answer(first, [1, 2, 0]);
    await expect(complete(first, { reflectionDone: false })).rejects.toMatchObject({
      code: 'courses.reflection_first',
    });
    await complete(first);
    await complete(first);
    expect((await standing())?.progress.lessonsDone).toBe(1);
  });

  it('tells for each answer what it means, and keeps the last one', async () => {
    await enrol();
    const feedback = await answer('what-recovery-means', [1, 0, 0]);
    expect(feedback.map(({ correct }) => correct)).toEqual([true, false, true]);
    await answer('what-recovery-means', [1, 2, 0]);
    const lesson = await test.run(
      (tx) => test.get(ReadLesson).execute(tx, { courseCode: COURSE, lessonCode: 'what-recovery-means' }),
      personActor(person),
    );
    expect(lesson.answered?.map(({ chosen }) => chosen)).toEqual([1, 2, 0]);
  });

  it('names each question that has no answer', async () => {
    await enrol();
    await expect(answer('what-recovery-means', [1, null, 9])).rejects.toMatchObject({
      code: 'courses.checks_unanswered',
      fields: [{ field: 'check1' }, { field: 'check2' }],
    });
  });

  it('shows its lessons to nobody who is not in it, by place or by id', async () => {
    await enrol();
    const lessonId = (await standing())?.progress.lessons[0]?.id ?? '';
    const stranger = personActor(await insertPerson(test.owner));
    await expect(test.run((tx) => test.get(ReadLesson).execute(tx, { lessonId }), stranger)).rejects.toMatchObject({
      kind: 'not_found',
    });
    await expect(complete('what-recovery-means', { who: stranger.personId })).rejects.toMatchObject({
      kind: 'not_found',
    });
  });

  it('is begun once, however often one asks', async () => {
    await Promise.all([enrol(), enrol(), enrol()]);
    const { rows } = await test.owner.query('select count(*)::int as n from enrolment where person_id = $1', [person]);
    expect(rows[0].n).toBe(1);
  });

  describe('in a new version', () => {
    let dir: string;
    beforeEach(() => {
      dir = mkdtempSync(join(tmpdir(), 'content-'));
      for (const part of ['frameworks', `courses/${COURSE}`])
        cpSync(join('content', part), join(dir, part), { recursive: true });
    });
    afterEach(() => rmSync(dir, { recursive: true }));

    const load = (from: string) => test.run((tx) => test.get(CourseContent).load(tx, from));
    const edit = (name: string, from: string, to: string) => {
      const path = join(dir, 'courses', COURSE, name);
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    };

    it('is loaded once, and content that is in force already does nothing', async () => {
      const again = await load('content');
      expect(again.published).toEqual([]);
      expect(again.unchanged).toContain(COURSE);
    });

    it('reaches those who begin; who is in the course stays on the version they began', async () => {
      await enrol();
      edit('course.yaml', 'title: Recovery-oriented practice and', 'title: Recovery, anew, practice and');
      expect(await load(dir)).toMatchObject({ published: [COURSE] });
      const newcomer = await insertPerson(test.owner);
      await enrol(newcomer);
      expect((await standing())?.progress.course.title).toMatch(/^Recovery-oriented practice/);
      expect((await standing(newcomer))?.progress.course.title).toMatch(/^Recovery, anew/);
      expect((await load('content')).published).toContain(COURSE);
    });

    it('shows its pictures by their hash, to those who stay on it too', async () => {
      mkdirSync(join(dir, 'courses', COURSE, 'images'), { recursive: true });
      const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="3" /></svg>';
      writeFileSync(join(dir, 'courses', COURSE, 'images/tree.svg'), drawing);
      edit('lessons/01-what-recovery-means.md', 'You will meet', '![A tree](images/tree.svg)\n\nYou will meet');
      await load(dir);
      await enrol();
      await load('content');
      const sha256 = (await standing())?.progress.course.pictures?.[0]?.sha256 ?? '';
      const picture = (courseCode: string) =>
        test.run((tx) => test.get(ReadPicture).execute(tx, { courseCode, sha256 }));
      const { type, bytes } = await picture(COURSE);
      expect([type, bytes.toString()]).toEqual(['image/svg+xml', expect.stringContaining('<circle r="3"')]);
      await expect(picture('another-course')).rejects.toMatchObject({ kind: 'not_found' });
    });

    it('with a fault is not taken over, and what was loaded before stays', async () => {
      edit('course.yaml', 'kind: reading, minutes: 37', 'kind: reading, minutes: 500');
      edit('course.yaml', 'title: Recovery-oriented practice', 'title: Something else');
      const { published, faults } = await load(dir);
      expect(published).toEqual([]);
      expect(faults[0]).toMatchObject({ file: `courses/${COURSE}/course.yaml`, line: expect.any(Number) });
      await enrol();
      expect((await standing())?.progress.course.title).toMatch(/^Recovery-oriented practice/);
    });

    it('is left alone when the course was edited in the product', async () => {
      const course = { code: COURSE };
      await test.owner.query(
        `insert into course_version (id, course_code, origin, definition, created_at)
         select repeat('a', 64), course_code, 'author', definition, created_at from course_version
         where id = (select current_version_id from course where code = $1)`,
        [course.code],
      );
      const { rows } = await test.owner.query('select current_version_id as id from course where code = $1', [COURSE]);
      await test.owner.query(`update course set current_version_id = repeat('a', 64) where code = $1`, [COURSE]);
      expect(await load('content')).toMatchObject({ published: [], diverged: [COURSE] });
      await test.owner.query('update course set current_version_id = $2 where code = $1', [COURSE, rows[0].id]);
    });
  });
});

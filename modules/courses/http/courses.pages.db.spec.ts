import supertest from 'supertest';
import { useApp } from '../../../test/support/app.js';
import { businessOf } from '../../../test/support/by-person-id.js';
import { insertPerson } from '../../../test/support/factories/person.js';
import { visitor, type Visitor } from '../../../test/support/visitor.js';
import { CompetenciesModule } from '../../competencies/competencies.module.js';
import { CourseContent } from '../courses.public.js';
import { CoursesModule } from '../courses.module.js';
import { learning } from '../testing/learning.js';

const COURSE = '/courses/recovery-oriented-practice';
const QUIZ = 'recovery-oriented-practice-quiz';
const LESSONS = ['what-recovery-means', 'hope-and-choice', 'a-whole-life', 'the-peer-role', 'services-that-recover'];

describe('courses on pages and as JSON', () => {
  const test = useApp({ business: businessOf([CompetenciesModule, CoursesModule]) });
  let person: string;
  let learner: Visitor;

  beforeAll(async () => {
    await test.run((tx) => test.get(CourseContent).load(tx, 'content'));
  });
  beforeEach(async () => {
    test.clock.set('2026-11-21T15:00:00Z');
    person = await insertPerson(test.owner, 'Zoë Nguyễn');
    learner = visitor(test, person);
  });

  const api = () => {
    const server = supertest(test.app.getHttpServer());
    const as = (request: supertest.Test) => request.set('authorization', `Bearer ${person}`);
    return {
      get: (path: string) => as(server.get(path)),
      post: (path: string, body: object = {}) => as(server.post(path)).send(body),
      put: (path: string, body: object) => as(server.put(path)).send(body),
    };
  };
  const begin = async () => {
    await learner.get(COURSE);
    return learner.post(`${COURSE}/enrolments`);
  };

  it('shows the catalogue and a course to visitors, and asks them to sign in before a lesson', async () => {
    const someone = visitor(test);
    expect((await someone.get('/courses')).text).toContain('Recovery-oriented practice and the peer role');
    const course = await someone.get(COURSE);
    expect(course.text).toContain('Sign in to start this course');
    expect(course.text).toContain(`/sign-in?returnTo&#x3D;${COURSE}`);
    expect(course.text).toContain('2\u00a0h\u00a042\u00a0min');
    const lesson = await someone.get(`${COURSE}/lessons/${LESSONS[0]}`);
    expect(lesson.status).toBe(303);
  });

  it('is begun by one button and shows every lesson with its state', async () => {
    const begun = await begin();
    expect(begun.headers['location']).toBe(COURSE);
    const page = await learner.get(COURSE);
    expect(page.text).toContain('Begin with the first lesson');
    expect(page.text).toContain(`href="${COURSE}/lessons/services-that-recover"`);
  });

  it('answers a lesson’s questions by a plain form and tells what the chosen answers mean', async () => {
    await begin();
    const address = `${COURSE}/lessons/what-recovery-means`;
    const page = await learner.get(address);
    expect(page.text).toContain('<h2>Scenario: Two views of Marcus</h2>');
    expect(page.text).not.toContain('Not quite. A plan can help.');
    const sent = await learner.post(`${address}/checks`, { check0: '2', check1: '2', check2: '0' });
    expect(sent.headers['location']).toBe(`${address}#checks`);
    const answered = await learner.get(address);
    expect(answered.text).toContain('Not quite. A plan can help.');
    expect(answered.text).not.toContain('Recovery can begin long before they ease.');
    expect(answered.text).toContain('I have taken time to reflect');
  });

  it('shows the questions again with what was chosen when one is open', async () => {
    await begin();
    const address = `${COURSE}/lessons/what-recovery-means`;
    await learner.get(address);
    const again = await learner.post(`${address}/checks`, { check0: '1', check2: '0' });
    expect(again.status).toBe(422);
    expect(again.text).toContain('Choose one answer to question 2.');
    expect(again.text).toMatch(/name="check0" value="1" checked/u);
  });

  it('announces hard material and offers another version that teaches the same', async () => {
    await begin();
    const address = `${COURSE}/lessons/hope-and-choice`;
    const page = await learner.get(address);
    expect(page.text).toContain('You can read a scenario about a job instead');
    expect(page.text).toContain('Scenario: Rosa misses two weeks');
    const other = await learner.get(`${address}?version=other`);
    expect(other.text).not.toContain('Scenario: Rosa misses two weeks');
    expect(other.text).toContain('Scenario: Rosa and the bakery');
    expect(other.text).toContain('Worked example: The first two minutes');
  });

  it('finishes a lesson once, and leads on to the next', async () => {
    await begin();
    const address = `${COURSE}/lessons/what-recovery-means`;
    await learner.get(address);
    await learner.post(`${address}/checks`, { check0: '1', check1: '2', check2: '0' });
    await learner.get(address);
    const without = await learner.post(`${address}/completions`);
    expect(without.status).toBe(422);
    expect(without.text).toContain('Choose this when you have taken time to reflect.');
    const done = await learner.post(`${address}/completions`, { reflection: 'done' });
    expect(done.headers['location']).toBe(`${COURSE}/lessons/hope-and-choice`);
    expect((await learner.get(COURSE)).text).toContain('1 of 5 lessons');
  });

  it('does not show a lesson to a person who is not in the course', async () => {
    expect((await learner.get(`${COURSE}/lessons/what-recovery-means`)).status).toBe(404);
  });

  it('is finished by JSON alone, quiz first and last lesson after it, with one record of completion', async () => {
    const { body: enrolment } = await api().post('/api/v1/enrolments', { courseCode: 'recovery-oriented-practice' });
    expect(enrolment).toMatchObject({ state: 'in_progress', lessonsTotal: 5, quizCode: QUIZ });
    const ids: string[] = enrolment.lessons.map(({ id }: { id: string }) => id);
    await passQuiz();
    for (const id of ids) {
      const early = await api().post(`/api/v1/lessons/${id}/completions`, { reflectionDone: true });
      expect(early.status).toBe(409);
      await api().post(`/api/v1/lessons/${id}/checks`, { answers: [0, 0, 0] });
      const done = await api().post(`/api/v1/lessons/${id}/completions`, { reflectionDone: true });
      expect(done.status).toBe(201);
      await api().post(`/api/v1/lessons/${id}/completions`, { reflectionDone: true });
    }
    const { body } = await api().get('/api/v1/enrolments');
    expect(body.enrolments).toMatchObject([{ state: 'finished', completedOn: '2026-11-21', quizPassed: true }]);
    const { rows } = await test.owner.query(`select kind, minutes from fact where person_id = $1`, [person]);
    expect(rows).toEqual([{ kind: 'training', minutes: 162 }]);
    const page = await learner.get(COURSE);
    expect(page.text).toContain('You finished this course');
    expect(page.text).toContain('Zoë Nguyễn');
  });

  it('tells a stranger’s lesson and an unknown one apart by nothing', async () => {
    const { body } = await api().post('/api/v1/enrolments', { courseCode: 'recovery-oriented-practice' });
    person = await insertPerson(test.owner);
    const foreign = await api().get(`/api/v1/lessons/${body.lessons[0].id}`);
    const unknown = await api().get('/api/v1/lessons/01a200a1-b9ff-7612-a713-000000000000');
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    expect(foreign.body.detail).toBe(unknown.body.detail);
    expect((await api().post('/api/v1/enrolments', { courseCode: 'nowhere' })).status).toBe(404);
  });

  it('shows which competencies are taught, and that one waits for its community', async () => {
    const page = await visitor(test).get('/competencies');
    expect(page.text).toContain('Core competencies for peer workers');
    expect(page.text).toContain('href="/courses/recovery-oriented-practice"');
    expect(page.text).toContain('approved by named community reviewers');
    expect(page.text).toContain('Taught by no course yet.');
  });

  /** Takes the real quiz by JSON, everything right by the key that its version holds. */
  async function passQuiz(): Promise<void> {
    const { rows } = await test.owner.query('select definition from quiz_version where quiz_code = $1', [QUIZ]);
    type Option = { key: string; correct?: boolean; position?: number };
    const items: { code: string; kind: string; options: Option[] }[] = rows[0].definition.items;
    const { body: attempt } = await api().post('/api/v1/attempts', { quizCode: QUIZ });
    for (const { itemCode } of attempt.questions) {
      const { kind, options } = items.find(({ code }) => code === itemCode)!;
      const answer =
        kind === 'ordering'
          ? { places: Object.fromEntries(options.map(({ key, position }) => [key, position])) }
          : { chosen: options.filter(({ correct }) => correct).map(({ key }) => key) };
      const saved = await api().put(`/api/v1/attempts/${attempt.id}/answers/${itemCode}`, { revision: 1, ...answer });
      expect(saved.status).toBe(200);
    }
    const { status } = await api().post(`/api/v1/attempts/${attempt.id}/submissions`);
    expect(status).toBe(200);
  }

  it('is recorded for printing once something is completed, with version, minutes by topic, and that it is no credential', async () => {
    expect((await learner.get(`${COURSE}/completion`)).status).toBe(404);
    const { finish } = learning(test);
    await finish(person);
    const record = await learner.get(`${COURSE}/completion`);
    for (const words of [
      'This is no credential',
      'Zoë Nguyễn',
      '21 November 2026',
      'Advocacy: 33 min',
      '2\u00a0h\u00a042\u00a0min',
    ])
      expect(record.text).toContain(words);
    const stranger = visitor(test, await insertPerson(test.owner));
    expect((await stranger.get(`${COURSE}/completion`)).status).toBe(404);
  });
});

import { businessOf } from '../../test/support/by-person-id.js';
import { useApp } from '../../test/support/app.js';
import { insertPerson } from '../../test/support/factories/person.js';
import { QuizzesModule } from './quizzes.module.js';
import { Quizzes } from './quizzes.public.js';
import { exampleQuiz } from './testing/example-quiz.js';
import { open, quizCase } from './testing/quiz-case.js';

describe('a quiz', () => {
  const test = useApp({ business: businessOf([QuizzesModule]) });
  const quiz = exampleQuiz();
  let person: string;
  let versionId: string;
  const { start, read, save, submit, status, single } = quizCase(test, quiz, () => person);

  beforeAll(async () => {
    versionId = await test.run((tx) => test.get(Quizzes).publish(tx, quiz, 'listening'));
  });
  beforeEach(async () => {
    test.clock.set('2026-11-21T15:00:00Z');
    person = await insertPerson(test.owner);
  });

  it('that is published twice with the same content stays one version, whatever the order of its keys', async () => {
    const reordered = Object.fromEntries(Object.entries(quiz).reverse()) as typeof quiz;
    expect(await test.run((tx) => test.get(Quizzes).publish(tx, reordered, 'listening'))).toBe(versionId);
    const { rows } = await test.owner.query('select count(*)::int as n from quiz_version');
    expect(rows[0].n).toBe(1);
  });

  it('is asked without its key, and keeps question and option order from one look to the next', async () => {
    const { attemptId } = await start();
    const attempt = open(await read(attemptId));
    expect(attempt.questions).toHaveLength(6);
    expect(JSON.stringify(attempt)).not.toMatch(/rationale|correct|position/);
    expect(await read(attemptId)).toEqual(attempt);
  });

  it('keeps the version an attempt began with when a new one is published', async () => {
    const { attemptId } = await start();
    const before = open(await read(attemptId));
    const edited = {
      ...quiz,
      title: 'Listening check, second edition',
      items: quiz.items.map((item) => ({ ...item, stem: 'Edited' })),
    };
    await test.run((tx) => test.get(Quizzes).publish(tx, edited, 'listening'));
    expect(await read(attemptId)).toEqual(before);
    const other = await insertPerson(test.owner);
    expect(open(await read((await start(other)).attemptId, other)).title).toBe('Listening check, second edition');
    await test.run((tx) => test.get(Quizzes).publish(tx, quiz, 'listening'));
  });

  it('does not exist for a stranger, neither to read nor to answer nor to hand in', async () => {
    const { attemptId } = await start();
    const itemCode = await single(attemptId);
    await save(attemptId, []); // which answers fit is remembered from now on
    const stranger = await insertPerson(test.owner);
    const notFound = { kind: 'not_found' };
    await expect(read(attemptId, stranger)).rejects.toMatchObject(notFound);
    await expect(save(attemptId, [{ itemCode, revision: 1, chosen: ['a'] }], stranger)).rejects.toMatchObject(notFound);
    await expect(submit(attemptId, [], stranger)).rejects.toMatchObject(notFound);
    expect((await status(stranger)).attempts).toEqual([]);
    expect(open(await read(attemptId)).questions.every((question) => question.revision === 0)).toBe(true);
  });
});

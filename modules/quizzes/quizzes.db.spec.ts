import { Injectable } from '@nestjs/common';
import { businessOf, personActor } from '../../test/support/by-person-id.js';
import { useApp } from '../../test/support/app.js';
import { queriesOf } from '../../test/support/query-count.js';
import { insertPerson } from '../../test/support/factories/person.js';
import type { Tx } from '../../src/platform/database/transaction.js';
import { On } from '../../src/platform/events/on.js';
import { QuizPassed, Quizzes } from './quizzes.public.js';
import { QuizzesModule } from './quizzes.module.js';
import { exampleQuiz, rightAnswer } from './testing/example-quiz.js';
import { ReadAttempt, type AttemptReading } from './use-cases/read-attempt.js';
import { SaveAnswers, type GivenAnswer } from './use-cases/save-answers.js';
import { StartAttempt } from './use-cases/start-attempt.js';
import { SubmitAttempt } from './use-cases/submit-attempt.js';

const heard: QuizPassed[] = [];

@Injectable()
class PassedListener {
  @On(QuizPassed, 'in-transaction')
  async passed(_: Tx, event: QuizPassed): Promise<void> {
    heard.push(event);
  }
}

describe('a quiz', () => {
  const test = useApp({ business: businessOf([QuizzesModule], [PassedListener]) });
  const quiz = exampleQuiz();
  let person: string;
  let versionId: string;

  beforeAll(async () => {
    versionId = await test.run((tx) => test.get(Quizzes).publish(tx, quiz, 'listening'));
  });
  beforeEach(async () => {
    test.clock.set('2026-11-21T15:00:00Z');
    person = await insertPerson(test.owner);
    heard.length = 0;
  });

  const start = (who = person) =>
    test.run((tx) => test.get(StartAttempt).execute(tx, { quizCode: quiz.code }), personActor(who));
  const read = (attemptId: string, who = person) =>
    test.run((tx) => test.get(ReadAttempt).execute(tx, { attemptId }), personActor(who));
  const save = (attemptId: string, answers: GivenAnswer[], who = person) =>
    test.run((tx) => test.get(SaveAnswers).execute(tx, { attemptId, answers }), personActor(who));
  const submit = (attemptId: string, answers: GivenAnswer[] = [], who = person) =>
    test.run((tx) => test.get(SubmitAttempt).execute(tx, { attemptId, answers }), personActor(who));
  const status = (who = person) => test.run((tx) => test.get(Quizzes).statusFor(tx, who, quiz.code));

  const open = (attempt: AttemptReading) => {
    if (attempt.state !== 'open') throw new Error(`The attempt is ${attempt.state}`);
    return attempt;
  };
  const closed = (attempt: AttemptReading) => {
    if (attempt.state !== 'closed') throw new Error(`The attempt is ${attempt.state}`);
    return attempt;
  };
  const rightAnswers = async (attemptId: string): Promise<GivenAnswer[]> =>
    open(await read(attemptId)).questions.map(({ itemCode }) => {
      const item = quiz.items.find((one) => one.code === itemCode);
      if (!item) throw new Error(`no item ${itemCode}`);
      return { itemCode, revision: 1, ...rightAnswer(item) };
    });
  /** A single-answer question of the attempt: every form of the example has one. */
  const single = async (attemptId: string): Promise<string> =>
    open(await read(attemptId)).questions.find((question) => question.kind === 'single')?.itemCode ?? '';

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

  it('saves an answer, replaces it by a newer one and never by an older one', async () => {
    const { attemptId } = await start();
    const itemCode = await single(attemptId);
    const answer = (revision: number, key: string) => ({ itemCode, revision, chosen: [key] });
    expect(await save(attemptId, [answer(1, 'a')])).toEqual({
      state: 'saved',
      savedAt: '2026-11-21T15:00:00Z',
      answers: [{ itemCode, revision: 1 }],
    });
    await save(attemptId, [answer(3, 'b')]);
    await expect(save(attemptId, [answer(2, 'c')])).rejects.toMatchObject({ code: 'quizzes.older_answer' });
    await expect(save(attemptId, [answer(3, 'c')])).rejects.toMatchObject({ code: 'quizzes.older_answer' });
    await save(attemptId, [answer(3, 'b')]);
    const kept = open(await read(attemptId)).questions.find((question) => question.itemCode === itemCode);
    expect(kept).toMatchObject({ answer: { chosen: ['b'] }, revision: 3 });
  });

  it('saves answers by one statement once it knows which would fit', async () => {
    const { attemptId } = await start();
    const [one, ...others] = await rightAnswers(attemptId);
    await save(attemptId, [one as GivenAnswer]);
    const nothing = await queriesOf(test, () => test.run(async () => undefined, personActor(person)));
    expect((await queriesOf(test, () => save(attemptId, others))) - nothing).toBe(1);
  });

  it('keeps exactly one of two answers that arrive at the same moment with the same revision', async () => {
    const { attemptId } = await start();
    const itemCode = await single(attemptId);
    const outcomes = await Promise.allSettled(
      ['a', 'b', 'c', 'd'].map((key) => save(attemptId, [{ itemCode, revision: 1, chosen: [key] }])),
    );
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });

  it('saves none of several answers when one of them does not fit', async () => {
    const { attemptId } = await start();
    const answers = await rightAnswers(attemptId);
    const broken = [...answers.slice(1), { itemCode: answers[0]?.itemCode ?? '', revision: 1, chosen: ['nowhere'] }];
    await expect(save(attemptId, broken)).rejects.toMatchObject({ code: 'quizzes.answer_does_not_fit' });
    expect(open(await read(attemptId)).questions.every((question) => question.revision === 0)).toBe(true);
  });

  it('has no place for an answer to a question it did not ask', async () => {
    const { attemptId } = await start();
    const asked = new Set(open(await read(attemptId)).questions.map((question) => question.itemCode));
    const other = quiz.items.find((item) => !asked.has(item.code))?.code ?? '';
    await expect(save(attemptId, [{ itemCode: other, revision: 1, chosen: ['a'] }])).rejects.toMatchObject({
      kind: 'not_found',
    });
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

  it('refuses an answer after its time in words, and counts what was saved before', async () => {
    const { attemptId } = await start();
    const answers = await rightAnswers(attemptId);
    const [late, ...inTime] = answers;
    await save(attemptId, inTime);
    test.clock.set('2026-11-21T15:30:00Z');
    expect(await save(attemptId, [late as GivenAnswer])).toEqual({ state: 'time_is_up' });
    const result = closed(await read(attemptId));
    expect(result).toMatchObject({ closedBy: 'time', percent: 83, passed: true });
    expect(result.closedAt.toString()).toBe('2026-11-21T15:30:00Z');
    await expect(save(attemptId, [late as GivenAnswer])).rejects.toMatchObject({ code: 'quizzes.time_is_up' });
  });

  it('takes an answer up to the last millisecond', async () => {
    const { attemptId } = await start();
    const itemCode = await single(attemptId);
    test.clock.set('2026-11-21T15:29:59.999Z');
    expect(await save(attemptId, [{ itemCode, revision: 1, chosen: ['a'] }])).toMatchObject({ state: 'saved' });
  });

  it('closes by itself at its deadline when nobody hands it in', async () => {
    const { attemptId } = await start();
    await save(attemptId, await rightAnswers(attemptId));
    test.clock.set('2026-11-21T15:29:00Z');
    await test.runEffects();
    expect((await read(attemptId)).state).toBe('open');
    test.clock.set('2026-11-21T16:45:00Z');
    expect((await read(attemptId)).state).toBe('time_is_up');
    await test.runEffects();
    expect(closed(await read(attemptId))).toMatchObject({ closedBy: 'time', percent: 100 });
    expect((await status()).attempts[0]?.closedAt?.toString()).toBe('2026-11-21T15:30:00Z');
  });

  it('stays as it was handed in when its deadline passes later', async () => {
    const { attemptId } = await start();
    test.clock.set('2026-11-21T15:10:00Z');
    await submit(attemptId, await rightAnswers(attemptId));
    test.clock.set('2026-11-21T15:30:00Z');
    await test.runEffects();
    expect(closed(await read(attemptId))).toMatchObject({ closedBy: 'person' });
    const { rows } = await test.owner.query(
      `select last_error from outbox where payload ->> 'attemptId' = $1 and done_at is not null`,
      [attemptId],
    );
    expect(rows).toEqual([{ last_error: null }]);
  });

  it('that is handed in tells share and explanations, and announces the pass once, however often it is sent', async () => {
    const { attemptId } = await start();
    const answers = await rightAnswers(attemptId);
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => submit(attemptId, answers)));
    expect(outcomes).toEqual(Array.from({ length: 4 }, () => ({ inTime: true })));
    await submit(attemptId, answers);
    const result = closed(await read(attemptId));
    expect(result).toMatchObject({ percent: 100, passed: true, closedBy: 'person', next: { state: 'passed' } });
    expect(result.questions[0]?.options.every((option) => option.rationale.startsWith('Why'))).toBe(true);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({
      attemptId,
      personId: person,
      quizCode: 'listening-check',
      courseCode: 'listening',
      scorePercent: 100,
      passedOn: '2026-11-21',
    });
    expect(Object.values(heard[0]?.competencies ?? {})).toEqual([100, 100, 100]);
    await expect(start()).rejects.toMatchObject({ code: 'quizzes.already_passed' });
  });

  it('announces nothing while it is not passed yet, and explains when the next attempt opens', async () => {
    const { attemptId } = await start();
    await submit(attemptId);
    const result = closed(await read(attemptId));
    expect(result).toMatchObject({ percent: 0, passed: false, next: { state: 'waiting', attemptsLeft: 2 } });
    expect(heard).toEqual([]);
    await expect(start()).rejects.toMatchObject({
      code: 'quizzes.retake_not_open',
      message: 'The next attempt opens on 22 November 2026, 3:00 pm UTC.',
    });
    test.clock.set('2026-11-22T15:00:00Z');
    expect((await start()).attemptId).not.toBe(attemptId);
  });

  it('offers no fourth attempt where three are allowed', async () => {
    for (let attempt = 0; attempt < 3; attempt++) {
      await submit((await start()).attemptId);
      test.clock.forward({ days: 1 });
    }
    await expect(start()).rejects.toMatchObject({ code: 'quizzes.attempts_used_up' });
    expect((await status()).next).toEqual({ state: 'used_up', maxAttempts: 3 });
  });

  it('has one open attempt however many starts arrive at once, and the database was what settled it', async () => {
    // Hold everyone between their look and their insert: an open transaction keeps the one-open index undecided.
    const id = '019a0000-0000-7000-8000-000000000001';
    await test.owner.query('begin');
    await test.owner.query(
      `insert into quiz_attempt (id, person_id, quiz_code, quiz_version_id, number, seed, started_at, deadline_at, created_at)
       values ($1, $2, $3, $4, 1, 1, now(), now() + interval '30 minutes', now())`,
      [id, person, quiz.code, versionId],
    );
    const starts = Promise.all([1, 2, 3, 4, 5].map(() => start()));
    await waitUntilBlocked(5);
    await test.owner.query('commit');
    expect(await starts).toEqual(Array.from({ length: 5 }, () => ({ attemptId: id })));
    const { rows } = await test.owner.query('select count(*)::int as n from quiz_attempt where person_id = $1', [
      person,
    ]);
    expect(rows[0].n).toBe(1);
  });

  it('cannot be answered or scored again behind the back of the product', async () => {
    const { attemptId } = await start();
    const itemCode = await single(attemptId);
    await save(attemptId, [{ itemCode, revision: 2, chosen: ['a'] }]);
    const answer = `update quiz_answer set revision = $2 where attempt_id = $1`;
    await expect(test.owner.query(answer, [attemptId, 1])).rejects.toThrow(
      'an older answer never replaces a newer one',
    );
    await submit(attemptId);
    await expect(save(attemptId, [{ itemCode, revision: 3, chosen: ['b'] }])).rejects.toMatchObject({
      code: 'quizzes.attempt_closed',
    });
    await expect(test.owner.query(answer, [attemptId, 9])).rejects.toThrow('before its attempt closes');
    await expect(test.owner.query(`update quiz_attempt set percent = 100 where id = $1`, [attemptId])).rejects.toThrow(
      'a closed attempt never changes',
    );
    await expect(test.owner.query('delete from quiz_version')).rejects.toThrow('forbidden');
  });

  async function waitUntilBlocked(sessions: number): Promise<void> {
    for (;;) {
      const { rows } = await test.owner.query(
        `select count(*)::int as n from pg_locks where not granted and locktype = 'transactionid'`,
      );
      if (rows[0].n >= sessions) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
});

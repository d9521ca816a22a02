import { Injectable } from '@nestjs/common';
import { businessOf } from '../../test/support/by-person-id.js';
import { useApp } from '../../test/support/app.js';
import { insertPerson } from '../../test/support/factories/person.js';
import type { Tx } from '../../src/platform/database/transaction.js';
import { On } from '../../src/platform/events/on.js';
import { QuizzesModule } from './quizzes.module.js';
import { QuizPassed, Quizzes } from './quizzes.public.js';
import { exampleQuiz } from './testing/example-quiz.js';
import { closed, quizCase } from './testing/quiz-case.js';

const heard: QuizPassed[] = [];

@Injectable()
class PassedListener {
  @On(QuizPassed, 'in-transaction')
  async passed(_: Tx, event: QuizPassed): Promise<void> {
    heard.push(event);
  }
}

describe('an attempt at a quiz', () => {
  const test = useApp({ business: businessOf([QuizzesModule], [PassedListener]) });
  const quiz = exampleQuiz();
  let person: string;
  let versionId: string;
  const { start, read, save, submit, status, rightAnswers } = quizCase(test, quiz, () => person);

  beforeAll(async () => {
    versionId = await test.run((tx) => test.get(Quizzes).publish(tx, quiz, 'listening'));
  });
  beforeEach(async () => {
    test.clock.set('2026-11-21T15:00:00Z');
    person = await insertPerson(test.owner);
    heard.length = 0;
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
    test.clock.set('2026-11-21T15:30:10Z');
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
    expect(outcomes).toEqual(Array.from({ length: 4 }, () => ({ state: 'handed_in' })));
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
    await untilBlocked(5);
    await test.owner.query('commit');
    expect(await starts).toEqual(Array.from({ length: 5 }, () => ({ attemptId: id })));
    const { rows } = await test.owner.query('select count(*)::int as n from quiz_attempt where person_id = $1', [
      person,
    ]);
    expect(rows[0].n).toBe(1);
  });

  async function untilBlocked(sessions: number): Promise<void> {
    for (;;) {
      const { rows } = await test.owner.query(
        `select count(*)::int as n from pg_locks where not granted and locktype = 'transactionid'`,
      );
      if (rows[0].n >= sessions) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
});

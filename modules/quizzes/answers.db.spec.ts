import fc from 'fast-check';
import { businessOf, personActor } from '../../test/support/by-person-id.js';
import { useApp } from '../../test/support/app.js';
import { heldOpen, untilOneWaits } from '../../test/support/held-open.js';
import { insertPerson } from '../../test/support/factories/person.js';
import { queriesOf } from '../../test/support/query-count.js';
import { QuizzesModule } from './quizzes.module.js';
import { Quizzes } from './quizzes.public.js';
import { exampleQuiz } from './testing/example-quiz.js';
import { closed, quizCase } from './testing/quiz-case.js';
import { KeepLateAnswers, type LateAnswer } from './use-cases/keep-late-answers.js';
import { SaveAnswers, type GivenAnswer } from './use-cases/save-answers.js';

describe('answers of a quiz', () => {
  const test = useApp({ business: businessOf([QuizzesModule]) });
  const quiz = exampleQuiz();
  let person: string;
  const { start, read, save, submit, questions, outcomes, rightAnswers, single } = quizCase(test, quiz, () => person);
  const late = (attemptId: string, answers: LateAnswer[], who = person) =>
    test.run((tx) => test.get(KeepLateAnswers).execute(tx, { attemptId, answers }), personActor(who));

  beforeAll(() => test.run((tx) => test.get(Quizzes).publish(tx, quiz, 'listening')));
  beforeEach(async () => {
    test.clock.set('2026-11-21T15:00:00Z');
    person = await insertPerson(test.owner);
  });

  it('are saved, replaced by newer ones and never by older ones: who saw less is told what is kept', async () => {
    const { attemptId } = await start();
    const itemCode = await single(attemptId);
    const give = async (revision: number, key: string) =>
      (await outcomes(attemptId, [{ itemCode, revision, chosen: [key] }]))[0];
    expect(await give(1, 'a')).toMatchObject({ state: 'saved', revision: 1 });
    expect(await give(3, 'b')).toMatchObject({ state: 'saved', revision: 3 });
    const kept = { state: 'older', revision: 3, answer: { chosen: ['b'] } };
    expect(await give(2, 'c')).toMatchObject(kept);
    expect(await give(3, 'c')).toMatchObject(kept);
    expect(await give(3, 'b')).toMatchObject({ state: 'saved', revision: 3 });
    const question = (await questions(attemptId)).find((one) => one.itemCode === itemCode);
    expect(question).toMatchObject({ answer: { chosen: ['b'] }, revision: 3 });
  });

  it('are saved beside one that is older, and the receipt tells when the attempt ends', async () => {
    const { attemptId } = await start();
    const [first, ...others] = await rightAnswers(attemptId);
    await save(attemptId, [{ ...(first as GivenAnswer), revision: 5 }]);
    const stale = { ...(first as GivenAnswer), chosen: undefined, places: undefined };
    const empty = first && 'places' in first && first.places ? { ...stale, places: {} } : { ...stale, chosen: [] };
    const saved = await save(attemptId, [empty, ...others]);
    expect(saved).toMatchObject({ state: 'open', secondsLeft: 1800 });
    expect((await questions(attemptId)).map(({ revision }) => revision).toSorted((a, b) => a - b)).toEqual([
      1, 1, 1, 1, 1, 5,
    ]);
  });

  it('are saved by one statement once it is known which would fit', async () => {
    const { attemptId } = await start();
    const [one, ...others] = await rightAnswers(attemptId);
    await save(attemptId, [one as GivenAnswer]);
    const nothing = await queriesOf(test, () => test.run(async () => undefined, personActor(person)));
    expect((await queriesOf(test, () => save(attemptId, others))) - nothing).toBe(1);
  });

  it('are one where two tabs answer the same question at once, whichever commits last', async () => {
    const { attemptId } = await start();
    const itemCode = await single(attemptId);
    const answer = (key: string) => [{ itemCode, revision: 1, chosen: [key] }];
    await save(attemptId, []); // which answers fit is remembered from now on
    const first = await heldOpen(
      test,
      (tx) => test.get(SaveAnswers).execute(tx, { attemptId, answers: answer('a') }),
      personActor(person),
    );
    const second = outcomes(attemptId, answer('b'));
    await untilOneWaits(test);
    await first.commit();
    expect(await second).toMatchObject([{ state: 'older', answer: { chosen: ['a'] } }]);
  });

  it('keep what the newest look gave, however many tabs answer in whatever order, also when requests are repeated', async () => {
    const question = fc.nat({ max: 5 });
    const step = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({ tab: fc.nat({ max: 2 }), give: fc.uniqueArray(question, { minLength: 1 }) }),
      },
      { weight: 2, arbitrary: fc.record({ tab: fc.nat({ max: 2 }), reload: fc.constant(true) }) },
      { weight: 2, arbitrary: fc.record({ tab: fc.nat({ max: 2 }), repeat: fc.constant(true) }) },
    );
    const keys = ['a', 'b', 'c', 'd'];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        person = await insertPerson(test.owner);
        const { attemptId } = await start();
        const asked = await questions(attemptId);
        const kept = asked.map(() => ({ revision: 0, key: '' }));
        const tabs = [0, 1, 2].map(() => ({
          seen: asked.map(() => 0),
          last: [] as { at: number; key: string; revision: number }[],
        }));
        const send = async (tab: (typeof tabs)[number], given: (typeof tab)['last']) => {
          const told = await outcomes(
            attemptId,
            given.map(({ at, key, revision }) => {
              const one = asked[at];
              if (!one) throw new Error('no such question');
              const sent = one.kind === 'ordering' ? { places: { [key]: 1 } } : { chosen: [key] };
              return { itemCode: one.itemCode, revision, ...sent };
            }),
          );
          given.forEach(({ at, key, revision }, index) => {
            const there = kept[at];
            if (!there) throw new Error('no such question');
            const expected = revision > there.revision || key === there.key ? 'saved' : 'older';
            if (revision > there.revision) Object.assign(there, { revision, key });
            expect(told[index]).toMatchObject({ state: expected, revision: there.revision });
            tab.seen[at] = there.revision;
          });
        };
        let turn = 0;
        for (const one of steps) {
          const tab = tabs[one.tab];
          if (!tab) continue;
          if ('reload' in one) tab.seen = kept.map(({ revision }) => revision);
          else if ('repeat' in one) await send(tab, tab.last);
          else {
            tab.last = one.give.map((at) => ({ at, key: keys[turn++ % 4] ?? '', revision: (tab.seen[at] ?? 0) + 1 }));
            await send(tab, tab.last);
          }
        }
        const there = (await questions(attemptId)).map(({ answer, revision }) => ({
          revision,
          key: answer ? ('chosen' in answer ? answer.chosen[0] : Object.keys(answer.places)[0]) : '',
        }));
        expect(there).toEqual(kept);
      }),
      { numRuns: 30 },
    );
  });

  it('are none of several when one of them does not fit', async () => {
    const { attemptId } = await start();
    const answers = await rightAnswers(attemptId);
    const broken = [...answers.slice(1), { itemCode: answers[0]?.itemCode ?? '', revision: 1, chosen: ['nowhere'] }];
    await expect(save(attemptId, broken)).rejects.toMatchObject({ code: 'quizzes.answer_does_not_fit' });
    expect((await questions(attemptId)).every(({ revision }) => revision === 0)).toBe(true);
  });

  it('have no place where the question was not asked', async () => {
    const { attemptId } = await start();
    const asked = new Set((await questions(attemptId)).map(({ itemCode }) => itemCode));
    const other = quiz.items.find((item) => !asked.has(item.code))?.code ?? '';
    const away = { itemCode: other, chosen: ['a'] };
    await expect(save(attemptId, [{ ...away, revision: 1 }])).rejects.toMatchObject({ kind: 'not_found' });
    await submit(attemptId);
    await expect(late(attemptId, [{ ...away, secondsAgo: 1 }])).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('count when they were on their way at the end, and not after', async () => {
    const { attemptId } = await start();
    const [slow, after, ...inTime] = await rightAnswers(attemptId);
    await save(attemptId, inTime);
    test.clock.set('2026-11-21T15:30:09.999Z');
    expect(await save(attemptId, [slow as GivenAnswer])).toMatchObject({ state: 'open', secondsLeft: 0 });
    test.clock.set('2026-11-21T15:30:10Z');
    expect(await save(attemptId, [after as GivenAnswer])).toEqual({ state: 'over', byTime: true });
    const result = closed(await read(attemptId));
    expect(result).toMatchObject({ closedBy: 'time', percent: 83, passed: true, late: null });
    expect(result.closedAt.toString()).toBe('2026-11-21T15:30:00Z');
    expect(await save(attemptId, [after as GivenAnswer])).toEqual({ state: 'over', byTime: true });
  });

  it('that come after the end are kept beside the attempt, once and the newest, and shown with their question', async () => {
    const { attemptId } = await start();
    const [after, ...inTime] = await rightAnswers(attemptId);
    const { itemCode, chosen, places } = after as GivenAnswer;
    await save(attemptId, inTime);
    await expect(late(attemptId, [{ itemCode, chosen, places, secondsAgo: 0 }])).rejects.toMatchObject({
      code: 'quizzes.still_open',
    });
    test.clock.set('2026-11-21T16:00:00Z');
    const again = inTime.map((one) => ({ ...one, secondsAgo: 5 }));
    expect(await late(attemptId, [{ itemCode, chosen, places, secondsAgo: 1900 }, ...again])).toEqual({ kept: 1 });
    const empty = places ? { places: {} } : { chosen: [] };
    await late(attemptId, [{ itemCode, ...empty, secondsAgo: 2000 }]);
    await submit(attemptId);
    const result = closed(await read(attemptId));
    expect(result).toMatchObject({ percent: 83, late: { answers: 1 } });
    const question = result.questions.find((one) => one.itemCode === itemCode);
    expect(question?.percent).toBe(0);
    expect(question?.options.some(({ chosenLate, placedLate }) => chosenLate || placedLate !== null)).toBe(true);
    const stranger = await insertPerson(test.owner);
    await expect(late(attemptId, [{ itemCode, chosen, places, secondsAgo: 0 }], stranger)).rejects.toMatchObject({
      kind: 'not_found',
    });
  });

  it('that come along with a form after the end are kept as late, also from a tab that is left open after handing in', async () => {
    const { attemptId } = await start();
    const answers = await rightAnswers(attemptId);
    await save(attemptId, answers.slice(1));
    expect(await submit(attemptId)).toEqual({ state: 'handed_in' });
    expect(await submit(attemptId, answers)).toEqual({ state: 'handed_in' });
    expect(closed(await read(attemptId))).toMatchObject({ percent: 83, closedBy: 'person', late: { answers: 1 } });
  });

  it('cannot be given or scored again behind the back of the product', async () => {
    const { attemptId } = await start();
    const itemCode = await single(attemptId);
    await save(attemptId, [{ itemCode, revision: 2, chosen: ['a'] }]);
    const answer = `update quiz_answer set revision = $2 where attempt_id = $1`;
    await expect(test.owner.query(answer, [attemptId, 1])).rejects.toThrow(
      'an older answer never replaces a newer one',
    );
    const lateOne = `insert into quiz_late_answer (attempt_id, item_code, person_id, answer, given_at, received_at)
      values ($1, $2, $3, '{"chosen":[]}', '2026-11-21T15:00:00Z', '2026-11-21T15:00:00Z')`;
    await expect(test.owner.query(lateOne, [attemptId, itemCode, person])).rejects.toThrow('takes no late answers');
    await submit(attemptId);
    expect(await save(attemptId, [{ itemCode, revision: 3, chosen: ['b'] }])).toEqual({ state: 'over', byTime: false });
    await expect(test.owner.query(answer, [attemptId, 9])).rejects.toThrow('before its attempt closes');
    await expect(test.owner.query(`update quiz_attempt set percent = 100 where id = $1`, [attemptId])).rejects.toThrow(
      'a closed attempt never changes',
    );
    await expect(test.owner.query('delete from quiz_version')).rejects.toThrow('forbidden');
    const stranger = await insertPerson(test.owner);
    await expect(test.owner.query(lateOne, [attemptId, itemCode, stranger])).rejects.toThrow('takes no late answers');
  });
});

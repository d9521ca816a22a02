import fc from 'fast-check';
import { exampleItem, exampleQuiz, rightAnswer } from '../testing/example-quiz.js';
import type { Answer } from './answer.js';
import type { QuizItem } from './quiz-definition.js';
import { PARTS_PER_QUESTION, scoreAttempt, scoreItem } from './scoring.js';

const items = exampleQuiz().items;
const single = exampleItem(0);
const multiple = exampleItem(1);
const ordering = exampleItem(2);

function anyAnswerTo(item: QuizItem): fc.Arbitrary<Answer | undefined> {
  const keys = item.options.map((option) => option.key);
  if (item.kind === 'ordering')
    return fc.option(
      fc.dictionary(fc.constantFrom(...keys), fc.integer({ min: 1, max: keys.length })).map((places) => ({ places })),
      { nil: undefined },
    );
  const most = item.kind === 'single' ? 1 : keys.length;
  return fc.option(
    fc.subarray(keys, { maxLength: most }).map((chosen) => ({ chosen })),
    { nil: undefined },
  );
}

const anyAttempt = fc
  .tuple(...items.map((item) => anyAnswerTo(item)))
  .map((answers) => new Map(items.flatMap((item, at) => (answers[at] ? [[item.code, answers[at]] as const] : []))));

describe('scoring', () => {
  it.each([
    ['the best answer', single, { chosen: ['a'] }, 1],
    ['another answer', single, { chosen: ['b'] }, 0],
    ['both right choices', multiple, { chosen: ['a', 'b'] }, 1],
    ['one right choice of two', multiple, { chosen: ['a'] }, 1 / 2],
    ['a right and a wrong choice', multiple, { chosen: ['a', 'c'] }, 0],
    ['everything ticked', multiple, { chosen: ['a', 'b', 'c', 'd'] }, 0],
    ['only wrong choices, never below zero', multiple, { chosen: ['c', 'd'] }, 0],
    ['the right order', ordering, { places: { a: 1, b: 2, c: 3, d: 4 } }, 1],
    ['two steps swapped', ordering, { places: { a: 2, b: 1, c: 3, d: 4 } }, 1 / 2],
    ['one step placed, the others not yet', ordering, { places: { a: 1 } }, 1 / 4],
    ['"first" given to every step', ordering, { places: { a: 1, b: 1, c: 1, d: 1 } }, 0],
    ['no answer', single, undefined, 0],
  ])('%s', (_situation, item, answer, share) => {
    expect(scoreItem(item, answer as Answer | undefined)).toBe(share * PARTS_PER_QUESTION);
  });

  it('gives every full answer a hundred percent and a pass', () => {
    const score = scoreAttempt(items, new Map(items.map((item) => [item.code, rightAnswer(item)])), 100);
    expect(score).toMatchObject({ percent: 100, passed: true });
    expect(score.competencies.map(({ questions, percent }) => [questions, percent])).toEqual([
      [4, 100],
      [4, 100],
      [4, 100],
    ]);
  });

  it('stays between nothing and everything, in whole parts, and is the sum of its questions', () => {
    fc.assert(
      fc.property(anyAttempt, (answers) => {
        const score = scoreAttempt(items, answers, 80);
        expect(Number.isInteger(score.earnedParts)).toBe(true);
        expect(score.earnedParts).toBeGreaterThanOrEqual(0);
        expect(score.earnedParts).toBeLessThanOrEqual(score.possibleParts);
        expect(score.parts.reduce((sum, part) => sum + part.earned, 0)).toBe(score.earnedParts);
      }),
    );
  });

  it('never takes credit away for turning one answer into the right one', () => {
    fc.assert(
      fc.property(anyAttempt, fc.constantFrom(...items), (answers, item) => {
        const better = new Map(answers).set(item.code, rightAnswer(item));
        expect(scoreAttempt(items, better, 80).earnedParts).toBeGreaterThanOrEqual(
          scoreAttempt(items, answers, 80).earnedParts,
        );
      }),
    );
  });

  it('does not depend on the order of the questions', () => {
    fc.assert(
      fc.property(anyAttempt, fc.shuffledSubarray(items, { minLength: items.length }), (answers, order) => {
        const { parts: _parts, ...score } = scoreAttempt(order, answers, 80);
        expect(scoreAttempt(items, answers, 80)).toMatchObject(score);
      }),
    );
  });

  it('passes exactly when the shown percentage reaches the pass mark', () => {
    fc.assert(
      fc.property(anyAttempt, fc.integer({ min: 1, max: 100 }), (answers, passPercent) => {
        const score = scoreAttempt(items, answers, passPercent);
        expect(score.passed).toBe(score.percent >= passPercent);
      }),
    );
  });
});

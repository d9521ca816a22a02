import { exampleItem } from '../testing/example-quiz.js';
import { fitToItem, isAnswered, sameAnswer } from './answer.js';

const single = exampleItem(0);
const multiple = exampleItem(1);
const ordering = exampleItem(2);

describe('an answer', () => {
  it.each([
    ['an option the item does not have', single, { chosen: ['z'] }],
    ['two options of a single-answer item', single, { chosen: ['a', 'b'] }],
    ['places for a choice', multiple, { places: { a: 1 } }],
    ['a choice for an order', ordering, { chosen: ['a'] }],
    ['a place beyond the last', ordering, { places: { a: 5 } }],
    ['half a place', ordering, { places: { a: 1.5 } }],
    ['a step the item does not have', ordering, { places: { z: 1 } }],
    ['something that is not a list', single, { chosen: 'a' }],
    ['nothing at all', single, {}],
    ['a key from the prototype', ordering, { places: JSON.parse('{"__proto__": 1}') }],
  ])('that is %s does not fit', (_situation, item, given) => expect(fitToItem(item, given)).toBeNull());

  it('may be taken back or half given', () => {
    expect(fitToItem(single, { chosen: [] })).toEqual({ chosen: [] });
    expect(fitToItem(ordering, { places: { c: 2 } })).toEqual({ places: { c: 2 } });
    expect(isAnswered({ chosen: [] })).toBe(false);
    expect(isAnswered({ places: { c: 2 } })).toBe(true);
  });

  it('is the same whatever order it was ticked in', () => {
    expect(fitToItem(multiple, { chosen: ['b', 'a', 'b'] })).toEqual({ chosen: ['a', 'b'] });
    expect(sameAnswer({ places: { a: 1, b: 2 } }, { places: { b: 2, a: 1 } })).toBe(true);
    expect(sameAnswer({ chosen: ['a'] }, { chosen: ['b'] })).toBe(false);
  });
});

import { fewNumbers } from './few-numbers.js';

const word = { numeric: false };
const number = { numeric: true };

describe('a table on a phone', () => {
  it.each([
    ['a name and a number', [word, number]],
    ['a name and two numbers', [word, number, number]],
  ])('stays a table with %s a row', (_, columns) => {
    expect(fewNumbers(columns)).toBe(true);
  });

  it.each([
    ['words beside the name', [word, word, number]],
    ['more numbers than fit', [word, number, number, number]],
    ['nothing beside the name', [word]],
    ['no columns', undefined],
  ])('becomes cards with %s', (_, columns) => {
    expect(fewNumbers(columns)).toBe(false);
  });
});

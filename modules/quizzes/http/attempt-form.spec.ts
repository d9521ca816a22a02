import type { AskedQuestion } from '../domain/attempt-view.js';
import { answersIn } from './attempt-form.js';

const question = (place: number, kind: AskedQuestion['kind']): AskedQuestion => ({
  itemCode: `item-${place}`,
  place,
  kind,
  scenario: null,
  stem: 'What would you do?',
  options: [
    { key: 'a', text: 'A' },
    { key: 'b.1', text: 'B' },
  ],
  answer: null,
  revision: 0,
});
const questions = [question(1, 'single'), question(2, 'multiple'), question(3, 'ordering')];

describe('the plain form of an attempt', () => {
  it('reads one choice, several choices and places, each one revision above what the page showed', () => {
    const sent = { _csrf: 'x', r1: '0', q1: 'a', r2: '3', q2: ['a', 'b.1'], r3: '1', 'q3.a': '2', 'q3.b.1': '1' };
    expect(answersIn(questions, sent)).toEqual([
      { itemCode: 'item-1', field: 'q1', revision: 1, chosen: ['a'] },
      { itemCode: 'item-2', field: 'q2', revision: 4, chosen: ['a', 'b.1'] },
      { itemCode: 'item-3', field: 'q3', revision: 2, places: { a: 2, 'b.1': 1 } },
    ]);
  });

  it('leaves out what was empty and still is, and sends what was taken back', () => {
    expect(answersIn(questions, { r1: '0', r2: '2', 'q3.a': '' })).toEqual([
      { itemCode: 'item-2', field: 'q2', revision: 3, chosen: [] },
    ]);
  });

  it('does not stumble over fields that somebody made up', () => {
    expect(answersIn(questions, { r1: ['1', '2'], q1: [{ a: 1 }], q2: 7, 'q3.a': '-1', q9: 'a' })).toEqual([]);
  });
});

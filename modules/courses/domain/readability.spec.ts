import { readingGrade, readingMinutes, wordsOf } from './readability.js';

describe('the reading grade', () => {
  it('of short everyday sentences is low', () => {
    expect(readingGrade('The cat sat on the mat. It was warm. We had tea.')).toBeLessThan(2);
  });

  it('of long sentences with long words is far above the promise', () => {
    const text =
      'Organizational transformation necessitates interdisciplinary collaboration and comprehensive accountability mechanisms.';
    expect(readingGrade(text)).toBeGreaterThan(20);
  });

  it('of a known passage is near the figure counted by hand', () => {
    // Lincoln at Gettysburg, first sentence: counted by hand 30 words, 48 syllables, so 0.39·30 + 11.8·48/30 − 15.59 = 15.0.
    const text =
      'Four score and seven years ago our fathers brought forth on this continent, a new nation, conceived in Liberty, ' +
      'and dedicated to the proposition that all men are created equal.';
    expect(wordsOf(text)).toHaveLength(30);
    expect(Math.abs(readingGrade(text) - 15)).toBeLessThanOrEqual(0.5);
  });

  it('counts a heading, which ends without a full stop, as a sentence of its own', () => {
    expect(readingGrade('A heading\n\nWe had tea.')).toBe(readingGrade('A heading. We had tea.'));
  });

  it('of nothing is nothing', () => {
    expect(readingGrade('  \n')).toBe(0);
  });
});

describe('reading time', () => {
  it.each([
    [0, 0],
    [1, 1],
    [200, 1],
    [201, 2],
  ])('of %i words is %i minutes', (words, minutes) => expect(readingMinutes(words)).toBe(minutes));
});

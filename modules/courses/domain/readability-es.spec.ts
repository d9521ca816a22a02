import { LOWEST_PERSPICUITY, perspicuity, spanishSyllables } from './readability-es.js';

describe('the syllables of a Spanish word', () => {
  it.each([
    ['y', 1],
    ['que', 1],
    ['muy', 1],
    ['quien', 1],
    ['día', 2],
    ['leer', 2],
    ['cuenta', 2],
    ['guitarra', 3],
    ['ahora', 3],
    ['caída', 3],
    ['también', 2],
    ['construí', 2],
    ['reúne', 3],
    ['recuperación', 5],
    ['vergüenza', 3],
  ])('%s are %i', (word, count) => expect(spanishSyllables(word)).toBe(count));
});

describe('how easy a Spanish text is', () => {
  it('follows the formula', () => {
    // Four words, seven syllables (Ro-sa, to-ma-ba, té, hoy): 206.835 − 62.3 · 7/4 − 4/1 = 93.8.
    expect(perspicuity('Rosa tomaba té hoy.')).toBe(93.8);
  });

  it('is above the limit for short everyday sentences', () => {
    expect(perspicuity('Usted decide. Yo le acompaño. Si quiere, vamos juntos el martes.')).toBeGreaterThan(
      LOWEST_PERSPICUITY,
    );
  });

  it('is far below it for the language of offices', () => {
    const text =
      'La implementación de procedimientos administrativos interinstitucionales requiere la correspondiente autorización previa.';
    expect(perspicuity(text)).toBeLessThan(20);
  });

  it('of nothing asks for nothing', () => expect(perspicuity(' \n')).toBe(100));
});

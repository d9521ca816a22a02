import { formFlags, itemFlags, weightOf } from './flags.js';

const thirds = { lower: 10, upper: 20 };
const sound = {
  responses: 100,
  p: 0.6,
  pointBiserial: 0.3,
  options: [
    { correct: true, chosen: 60, lower: 4, upper: 16 },
    { correct: false, chosen: 40, lower: 6, upper: 4 },
  ],
  thirds,
};

describe('flags', () => {
  it.each([
    ['nothing of an item as it should be', {}, []],
    ['p at .96', { p: 0.96 }, ['too_easy']],
    ['p at 96 of 100, as it is computed', { p: 96 / 100 }, ['too_easy']],
    ['p just below .96', { p: 0.9599 }, ['easy']],
    ['p at .90', { p: 0.9 }, ['easy']],
    ['p just below .90', { p: 0.8999 }, []],
    ['p at .30', { p: 0.3 }, []],
    ['p at .20', { p: 0.2 }, ['hard']],
    ['p below .20', { p: 0.1999 }, ['too_hard']],
    ['a correlation of .20', { pointBiserial: 0.2 }, []],
    ['a correlation below .20', { pointBiserial: 0.1999 }, ['weak']],
    ['a correlation below zero', { pointBiserial: -0.01 }, ['turned_round']],
    ['no correlation', { pointBiserial: null }, ['no_correlation']],
    ['an option nobody chose', { options: [...sound.options, { ...sound.options[1], chosen: 0 }] }, ['unchosen']],
    [
      'an option that draws a larger share of the upper third, though they are more',
      { options: [sound.options[0], { correct: false, chosen: 40, lower: 2, upper: 5 }] },
      ['draws_the_able'],
    ],
    [
      'an option that draws the same share of both thirds',
      { options: [sound.options[0], { correct: false, chosen: 40, lower: 2, upper: 4 }] },
      [],
    ],
  ])('tell %s', (_, changes, flags) => {
    expect(itemFlags({ ...sound, ...changes } as typeof sound)).toEqual(flags);
  });

  it('say nothing below 30 attempts, and more below 100 only as not to decide by', () => {
    expect(itemFlags({ ...sound, p: 1, responses: 29 })).toEqual([]);
    expect(itemFlags({ ...sound, p: 1, responses: 30 })).toEqual(['too_easy']);
    expect(formFlags(29, { alpha: 0.1, decisionConsistency: 0.1 })).toEqual([]);
    expect([29, 30, 99, 100].map(weightOf)).toEqual(['hidden', 'early', 'early', 'settled']);
  });

  it('tell a form by alpha and decision consistency', () => {
    expect(formFlags(100, { alpha: 0.8, decisionConsistency: 0.8 })).toEqual([]);
    expect(formFlags(100, { alpha: 0.79, decisionConsistency: 0.85 })).toEqual(['alpha']);
    expect(formFlags(100, { alpha: 0.7, decisionConsistency: 0.7 })).toEqual(['alpha', 'decision_consistency']);
    expect(formFlags(100, { alpha: null, decisionConsistency: null })).toEqual(['no_spread']);
  });
});

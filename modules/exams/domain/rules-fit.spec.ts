import { differencesFrom, differenceWords } from './rules-fit.js';

describe('an exam beside the rules of its scheme', () => {
  const exam = {
    blueprint: { domains: { advocacy: 40, ethical_responsibility: 25 }, pretest: 10 },
    minutesAllowed: 120,
  };

  it('fits when it asks as many items as the rules say, those that are tried out among them, in as many minutes', () => {
    expect(differencesFrom({ items: 75, minutes: 120 }, exam)).toEqual([]);
  });

  it('differs in items and minutes, told with both figures', () => {
    const found = differencesFrom({ items: 65, minutes: 90 }, exam);
    expect(found.map(differenceWords)).toEqual([
      'The rules say 65 items, this exam has 75 with those that are tried out.',
      'The rules say 90 minutes, this exam has 120.',
    ]);
  });

  it('cannot differ from what the rules leave open', () => {
    expect(differencesFrom({ items: null, minutes: null }, exam)).toEqual([]);
  });
});

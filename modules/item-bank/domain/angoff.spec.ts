import fc from 'fast-check';
import { cutOf, decimal, judgements, ownCuts, rawCutOf, type Estimate } from './angoff.js';

const estimates = (matrix: Record<string, number[]>): Estimate[] =>
  Object.entries(matrix).flatMap(([judgeId, percents]) =>
    percents.map((percent, at) => ({ versionId: `v${at}`, judgeId, percent })),
  );

describe('a cut score', () => {
  it('is the sum over items of the mean of the judges, in lowest terms', () => {
    // Means 65, 80 and 50 2/3: together 195 2/3 hundredths of an item.
    const cut = cutOf(estimates({ jo: [60, 80, 50], jan: [70, 80, 50], jil: [65, 80, 52] }));
    expect([cut.numerator, cut.denominator]).toEqual([587, 300]);
    expect(decimal(cut.numerator, cut.denominator, 2)).toBe('1.96');
    expect(rawCutOf(cut)).toBe(2);
  });

  it('tells how far the judges are apart: the deviation of their own cuts over the root of their number', () => {
    // Own cuts 1.90, 2.00 and 1.97: mean 1.9567, deviation 0.0513, over √3: 0.0296.
    const given = estimates({ jo: [60, 80, 50], jan: [70, 80, 50], jil: [65, 80, 52] });
    expect([...ownCuts(given).values()]).toEqual([190, 200, 197]);
    expect(cutOf(given).standardError).toBe(0.0296);
    expect(cutOf(estimates({ jo: [60], jan: [60] })).standardError).toBe(0);
    expect(cutOf(estimates({ jo: [60] })).standardError).toBeNull();
  });

  it('is not rounded on the way, so that a whole cut stays whole', () => {
    const cut = cutOf(estimates({ a: [33, 67], b: [33, 67], c: [33, 67] }));
    expect([cut.numerator, cut.denominator, rawCutOf(cut)]).toEqual([1, 1, 1]);
    expect(cutOf(estimates({ a: [0, 0], b: [0, 0] }))).toMatchObject({ numerator: 0, denominator: 1 });
  });

  it.each([
    ['nobody judged', []],
    ['a judge left an item out', [...estimates({ jo: [60, 70] }), { versionId: 'v0', judgeId: 'jan', percent: 50 }]],
    ['an estimate stands there twice', [...estimates({ jo: [60] }), ...estimates({ jo: [60] })]],
  ])('is not told where %s', (_, given) => {
    expect(() => cutOf(given)).toThrow('one estimate of each judge for each item');
  });

  it('is the same in whatever order, and the mean of the judges’ own cuts', () => {
    const matrices = fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 6 }))
      .chain(([items, judges]) =>
        fc.array(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: items, maxLength: items }), {
          minLength: judges,
          maxLength: judges,
        }),
      );
    fc.assert(
      fc.property(matrices, (rows) => {
        const given = estimates(Object.fromEntries(rows.map((row, at) => [`j${at}`, row])));
        const cut = cutOf(given);
        expect(cutOf(given.toReversed())).toEqual(cut);
        const sum = [...ownCuts(given).values()].reduce((all, own) => all + own, 0);
        expect(cut.numerator * 100 * rows.length).toBe(sum * cut.denominator);
      }),
    );
  });
});

it('judgements tell mean, lowest and highest of each item', () => {
  expect(judgements(estimates({ jo: [60, 80], jan: [70, 80] }))).toEqual([
    { versionId: 'v0', sum: 130, count: 2, lowest: 60, highest: 70 },
    { versionId: 'v1', sum: 160, count: 2, lowest: 80, highest: 80 },
  ]);
});

it('a decimal is rounded half up, and never by floating point', () => {
  expect([decimal(1, 3, 2), decimal(2, 3, 2), decimal(1, 8, 2), decimal(5, 1, 2), decimal(1005, 1000, 2)]).toEqual([
    '0.33',
    '0.67',
    '0.13',
    '5.00',
    '1.01',
  ]);
});

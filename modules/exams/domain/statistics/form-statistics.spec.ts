import fc from 'fast-check';
import { FormAccumulator, type StatisticsItem } from './accumulator.js';
import { formStatistics } from './form-statistics.js';

const PARTS = 2520;
const ABC = ['a', 'b', 'c'].map((key) => ({ key, correct: key === 'a' }));
const item = (at: number, changes: Partial<StatisticsItem> = {}): StatisticsItem => {
  return { versionId: `v${at}`, examDomain: 'advocacy', isPretest: false, options: ABC, ...changes };
};

/** Rows of shares from 0 to 1; right is "a", else "b". */
function statisticsOf(rows: readonly number[][], { cut = 2, items = rows[0]!.map((_, at) => item(at)) } = {}) {
  const sums = new FormAccumulator({ items, partsPerItem: PARTS, cut: { numerator: cut * 10, denominator: 10 } });
  for (const row of rows) {
    sums.add({ credits: row.map((share) => share * PARTS), chosen: row.map((share) => (share === 1 ? ['a'] : ['b'])) });
  }
  return formStatistics(sums);
}

const FOUR = [
  [1, 1, 1],
  [1, 1, 0],
  [1, 0, 0],
  [0, 0, 0],
];

describe('statistics of a form', () => {
  it('are those that are worked out by hand for four people and three items', () => {
    // Totals 3, 2, 1, 0: variance 5/3. Variances of the items 1/4, 1/3, 1/4: alpha = 3/2 · (1 − (5/6) / (5/3)) = 3/4.
    const told = statisticsOf(FOUR);
    expect(told).toMatchObject({ attempts: 4, scoredItems: 3, mean: 1.5, passed: 2, cut: 2, scores: [1, 1, 1, 1] });
    expect(told.standardDeviation).toBeCloseTo(Math.sqrt(5 / 3), 12);
    expect(told.alpha).toBeCloseTo(0.75, 12);
    expect(told.standardError).toBeCloseTo(Math.sqrt((5 / 3) * 0.25), 12);
    // (3/4 · 5/3 + 1/4) / (5/3 + 1/4), the mean being half an item below the cut.
    expect(told.decisionConsistency).toBeCloseTo(18 / 23, 12);
    expect(told.items.map(({ p }) => p)).toEqual([0.75, 0.5, 0.25]);
    // With the rest 2, 1, 0, 0: 0.75 / √(0.75 · 2.75); with 2, 1, 1, 0: 1 / √(1 · 2).
    expect(told.items[0]?.pointBiserial).toBeCloseTo(0.75 / Math.sqrt(0.75 * 2.75), 12);
    expect(told.items[1]?.pointBiserial).toBeCloseTo(Math.SQRT1_2, 12);
  });

  it('leave an item that is tried out away from every total, and hold it against the whole score', () => {
    const rows = FOUR.map((row, at) => [...row, at % 2]);
    const items = [0, 1, 2].map((at) => item(at)).concat(item(3, { isPretest: true }));
    const told = statisticsOf(rows, { items });
    expect(told).toMatchObject({ mean: 1.5, scoredItems: 3, domains: [{ items: 3, p: 0.5 }] });
    // 0, 1, 0, 1 with 3, 2, 1, 0: −1 / √(1 · 5).
    expect(told.items[3]?.pointBiserial).toBeCloseTo(-1 / Math.sqrt(5), 12);
    expect(told.items[3]).toMatchObject({ p: 0.5, responses: 4 });
  });

  it('tell an option by those with low and with high scores, and never part people with the same score', () => {
    const told = statisticsOf(FOUR);
    expect(told.thirds).toEqual({ lowerTo: 1, lower: 2, upperFrom: 2, upper: 2 });
    expect(told.items[1]?.options).toEqual([
      { key: 'a', chosen: 2, lower: 0, upper: 2 },
      { key: 'b', chosen: 2, lower: 2, upper: 0 },
      { key: 'c', chosen: 0, lower: 0, upper: 0 },
    ]);
    const alike = statisticsOf([[1, 0], [0, 1], [1, 0]], { cut: 1 }); // prettier-ignore
    expect(alike.thirds).toBeNull();
    expect(alike.items[0]?.options[0]).toEqual({ key: 'a', chosen: 2, lower: null, upper: null });
  });

  it('tell no correlation where nobody differs, and no reliability where all scores are alike', () => {
    const told = statisticsOf([[1, 0, 1], [1, 1, 0]]); // prettier-ignore
    expect(told.items[0]?.pointBiserial).toBeNull();
    expect(told).toMatchObject({ alpha: null, standardError: null, decisionConsistency: null, standardDeviation: 0 });
    expect(statisticsOf([[1, 0]]).items.map(({ pointBiserial }) => pointBiserial)).toEqual([null, null]);
  });

  it('count what was left open as nothing earned', () => {
    const sums = new FormAccumulator({ items: [item(0)], partsPerItem: PARTS, cut: { numerator: 1, denominator: 1 } });
    sums.add({ credits: [0], chosen: [undefined] });
    sums.add({ credits: [PARTS], chosen: [['a']] });
    expect(formStatistics(sums).items[0]).toMatchObject({ responses: 2, leftOpen: 1, p: 0.5 });
  });

  it('count as passed who reaches a broken cut exactly, and nobody a part below it', () => {
    const cut = { numerator: 1, denominator: 3 };
    const sums = new FormAccumulator({ items: [item(0)], partsPerItem: PARTS, cut });
    sums.add({ credits: [PARTS / 3], chosen: [['a']] });
    sums.add({ credits: [PARTS / 3 - 1], chosen: [['a']] });
    expect(sums.passed).toBe(1);
  });

  it.each([[-1], [PARTS + 1], [0.5], [Number.NaN]])('refuse a credit of %p parts', (credit) => {
    const sums = new FormAccumulator({ items: [item(0)], partsPerItem: PARTS, cut: { numerator: 1, denominator: 1 } });
    expect(() => sums.add({ credits: [credit], chosen: [['a']] })).toThrow(RangeError);
    expect(sums.attempts).toBe(0);
  });

  it('are what the textbook gives that keeps every attempt, whatever the attempts', () => {
    const credit = fc.constantFrom(0, 0, 252, 630, 840, 1260, PARTS, PARTS, PARTS);
    const matrices = fc
      .integer({ min: 2, max: 7 })
      .chain((k) => fc.array(fc.array(credit, { minLength: k, maxLength: k }), { minLength: 2, maxLength: 40 }));
    fc.assert(
      fc.property(matrices, (rows) => {
        const shares = rows.map((row) => row.map((parts) => parts / PARTS));
        const told = statisticsOf(shares);
        const naive = textbook(shares);
        near(told.alpha, naive.alpha);
        near(told.mean, naive.mean);
        near(told.standardDeviation ** 2, naive.variance);
        told.items.forEach(({ p, pointBiserial }, at) => {
          near(p, naive.p[at]!);
          near(pointBiserial, naive.pointBiserial[at]!);
        });
        // In whatever order they come, to the last bit: sums are whole numbers.
        expect(statisticsOf(shares.toReversed())).toEqual(told);
      }),
    );
  });

  it('stay exact where everybody is close to the top and rounding would eat the variance', () => {
    // 20,000 people with 119 or 120 of 120 items: the variance of the totals is that of a coin.
    const items = Array.from({ length: 120 }, (_, at) => item(at));
    const sums = new FormAccumulator({ items, partsPerItem: PARTS, cut: { numerator: 80, denominator: 1 } });
    const [all, less] = [items.map(() => PARTS), items.map((_, at) => (at === 0 ? 0 : PARTS))];
    const chosen = items.map(() => ['a']);
    for (let at = 0; at < 20_000; at += 1) sums.add({ credits: at % 2 ? all : less, chosen });
    const told = formStatistics(sums);
    expect(told.standardDeviation ** 2).toBe(5000 / 19_999);
    expect(told.items[0]).toMatchObject({ p: 0.5, pointBiserial: null });
  });
});

function near(told: number | null, expected: number | null): void {
  if (expected === null || told === null) expect(told).toBe(expected);
  else expect(Math.abs(told - expected)).toBeLessThan(1e-9);
}

/** Everything kept, two passes, floating point. */
function textbook(rows: readonly number[][]) {
  const k = rows[0]!.length;
  const column = (at: number) => rows.map((row) => row[at]!);
  const totals = rows.map(sum);
  const variance = varianceOf(totals);
  const own = Array.from({ length: k }, (_, at) => varianceOf(column(at)));
  return {
    mean: mean(totals),
    variance,
    alpha: flat(totals) ? null : (k / (k - 1)) * (1 - sum(own) / variance),
    p: own.map((_, at) => mean(column(at))),
    pointBiserial: own.map((_, at) => pearson(column(at), rows.map((row, n) => totals[n]! - row[at]!))), // prettier-ignore
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function varianceOf(values: readonly number[]): number {
  return sum(values.map((value) => (value - mean(values)) ** 2)) / (values.length - 1);
}

/** The credits are multiples of a twentieth of an item, so that what differs, differs by more than this. */
function flat(values: readonly number[]): boolean {
  return values.every((value) => Math.abs(value - values[0]!) < 1e-6);
}

function pearson(a: readonly number[], b: readonly number[]): number | null {
  if (flat(a) || flat(b)) return null;
  const products = a.map((value, at) => (value - mean(a)) * (b[at]! - mean(b)));
  return sum(products) / (a.length - 1) / Math.sqrt(varianceOf(a) * varianceOf(b));
}

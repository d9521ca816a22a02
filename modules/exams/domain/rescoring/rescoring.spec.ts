import fc from 'fast-check';
import { PARTS_PER_QUESTION, scoreItem, type Answer, type ItemContent } from '../../../quizzes/items.public.js';
import { scoreSitting } from '../score-sitting.js';
import { groupOf, isApplied, movesOf, outcomeOf, type Figures } from './compare-results.js';
import { byBestKey, countedLines, keyedContents, keysGiven, rulingProblem, withRuling, type Ruling } from './ruling.js';

const KEYS = ['a', 'b', 'c', 'd'];
const option = (key: string) => ({ key, text: key, rationale: key });
const single = (right: string): ItemContent => ({
  kind: 'single',
  stem: 'Which?',
  options: KEYS.map((key) => ({ ...option(key), correct: key === right })),
});
const multiple = (right: readonly string[]): ItemContent => ({
  kind: 'multiple',
  stem: 'Which ones?',
  options: KEYS.map((key) => ({ ...option(key), correct: right.includes(key) })),
});
const ordering: ItemContent = {
  kind: 'ordering',
  stem: 'In which order?',
  options: KEYS.map((key, at) => ({ ...option(key), position: at + 1 })),
};
const creditFor = byBestKey(scoreItem);
/** What an answer earns by keys as they are typed, one whole answer each. */
const credit = (item: ItemContent, kind: Ruling['kind'], given: string[], answer: Answer) =>
  creditFor(withRuling(item, { kind, keys: keysGiven(kind, given) }), answer);
const placed = (letters: string): Answer => ({
  places: Object.fromEntries(letters.split(' ').map((letter, at) => [letter, at + 1])),
});

describe('a ruling about an item', () => {
  it('gives full credit by the new key, and to each accepted answer', () => {
    expect(credit(single('a'), 'key_changed', ['b'], { chosen: ['b'] })).toBe(PARTS_PER_QUESTION);
    expect(credit(single('a'), 'key_changed', ['b'], { chosen: ['a'] })).toBe(0);
    for (const key of ['a', 'c']) {
      expect(credit(single('a'), 'keys_accepted', ['a', 'c'], { chosen: [key] })).toBe(PARTS_PER_QUESTION);
    }
    expect(credit(single('a'), 'keys_accepted', ['a', 'c'], { chosen: ['b'] })).toBe(0);
    expect(credit(multiple(['a', 'b']), 'key_changed', ['a', 'c'], { chosen: ['a', 'c'] })).toBe(PARTS_PER_QUESTION);
    expect(credit(multiple(['a', 'b']), 'key_changed', ['a', 'c'], { chosen: ['a'] })).toBe(PARTS_PER_QUESTION / 2);
    for (const given of [['d', 'c', 'b', 'a'], ['d c b a']]) {
      expect(credit(ordering, 'key_changed', given, placed('d c b a'))).toBe(PARTS_PER_QUESTION);
    }
  });

  it('gives full credit to each whole answer that is accepted, and to another one what it earns by the nearest', () => {
    const sets = (chosen: string[]) => credit(multiple(['a', 'b']), 'keys_accepted', ['a b', 'b c d'], { chosen });
    expect([sets(['a', 'b']), sets(['b', 'c', 'd'])]).toEqual([PARTS_PER_QUESTION, PARTS_PER_QUESTION]);
    // Two of three by the second answer; one by either, and one that is taken off, by none.
    expect([sets(['c', 'd']), sets(['a', 'd'])]).toEqual([(PARTS_PER_QUESTION * 2) / 3, 0]);
    // All options at once are no way to full credit: three right of three less one that is not.
    expect(sets(KEYS)).toBe((PARTS_PER_QUESTION * 2) / 3);
    const order = (letters: string) =>
      credit(ordering, 'keys_accepted', ['a b c d', 'b a c d'], letters ? placed(letters) : placed('a'));
    expect([order('a b c d'), order('b a c d')]).toEqual([PARTS_PER_QUESTION, PARTS_PER_QUESTION]);
    expect(order('a b d c')).toBe(PARTS_PER_QUESTION / 2);
    expect(order('d c b a')).toBe(0);
  });

  it('cannot be made with keys that the item does not have, twice the same, too few, or those that it has already', () => {
    const problem = (item: ItemContent, kind: Ruling['kind'], given: string[]) =>
      rulingProblem(item, { kind, keys: keysGiven(kind, given) });
    expect(problem(single('a'), 'key_changed', ['b'])).toBeNull();
    expect(problem(single('a'), 'keys_accepted', ['a', 'b'])).toBeNull();
    expect(problem(single('a'), 'not_counted', [])).toBeNull();
    expect(problem(ordering, 'key_changed', ['d', 'c', 'b', 'a'])).toBeNull();
    expect(problem(multiple(['a', 'b']), 'keys_accepted', ['a b', 'a c'])).toBeNull();
    expect(problem(ordering, 'keys_accepted', ['a b c d', 'b a c d', 'b c a d'])).toBeNull();
    expect(rulingProblem(single('a'), { kind: 'not_counted', keys: [['b']] })).toEqual(expect.any(String));
    const refused: [ItemContent, Ruling['kind'], string[]][] = [
      [single('a'), 'key_changed', ['z']],
      [single('a'), 'key_changed', ['a']],
      [single('a'), 'key_changed', ['b', 'c']],
      [single('a'), 'key_changed', []],
      [single('a'), 'keys_accepted', ['b']],
      [single('a'), 'keys_accepted', ['b', 'b']],
      [single('a'), 'keys_accepted', ['a b', 'c']],
      [multiple(['a', 'b']), 'keys_accepted', ['a c']],
      [multiple(['a', 'b']), 'keys_accepted', ['a c', 'c a']],
      [multiple(['a', 'b']), 'keys_accepted', ['a c', 'a z']],
      [ordering, 'keys_accepted', ['a b c d']],
      [ordering, 'keys_accepted', ['a b c d', 'b a c']],
      [ordering, 'keys_accepted', ['a b c d', 'a b c d']],
      [multiple(['a', 'b']), 'key_changed', ['b', 'a']],
      [multiple(['a', 'b']), 'key_changed', []],
      [ordering, 'key_changed', ['a', 'b', 'c', 'd']],
      [ordering, 'key_changed', ['a', 'b']],
    ];
    for (const given of refused) expect([given, problem(...given)]).toEqual([given, expect.any(String)]);
  });
});

/** The key that an item has. */
const ownKey = ({ kind, options }: ItemContent): string[] =>
  (kind === 'ordering' ? options : options.filter(({ correct }) => correct)).map(({ key }) => key);

const scale = { min: 200, max: 800, pass: 500 };
const crediting = { partsPerItem: PARTS_PER_QUESTION, creditFor };

/** A form of up to ten items with a cut, a ruling about one of them, and somebody's answers. */
const situation = fc
  .array(
    fc.record({
      item: fc.oneof(
        fc.constantFrom(...KEYS).map(single),
        fc.subarray(KEYS, { minLength: 1 }).map(multiple),
        fc.constant(ordering),
      ),
      chosen: fc.option(fc.subarray(KEYS)),
      places: fc.shuffledSubarray(KEYS, { minLength: 4, maxLength: 4 }),
      isPretest: fc.boolean(),
      percent: fc.integer({ min: 1, max: 100 }),
    }),
    { minLength: 2, maxLength: 10 },
  )
  .chain((lines) => {
    const ruled = fc.record({
      at: fc.nat(lines.length - 1),
      kind: fc.constantFrom('key_changed' as const, 'keys_accepted' as const, 'not_counted' as const),
      keys: fc.array(fc.shuffledSubarray(KEYS, { minLength: 1 }), { minLength: 1, maxLength: 3 }),
      /** Whether what was right stays right. */
      keepsOwn: fc.boolean(),
    });
    return fc.record({
      lines: fc.constant(lines.map((line, at) => ({ ...line, isPretest: at > 0 && line.isPretest }))),
      ruled,
    });
  });

describe('a rescore', () => {
  it('leaves nobody without a pass or with a lower score: for any form, answers and ruling', () => {
    const changed = { any: 0, bySeveral: 0 };
    const property = fc.property(situation, ({ lines, ruled }) => {
      const versions = lines.map((line, at) => ({ ...line, versionId: `v${at}`, examDomain: `d${at % 2}` }));
      const target = versions[ruled.at];
      if (!target) throw new Error('no such line');
      const keepsOwn = ruled.kind === 'keys_accepted' && ruled.keepsOwn;
      const keys = ruled.kind === 'not_counted' ? [] : [...(keepsOwn ? [ownKey(target.item)] : []), ...ruled.keys];
      fc.pre(rulingProblem(target.item, { kind: ruled.kind, keys }) === null);
      const key = { rulings: new Map([[target.versionId, { versionId: target.versionId, kind: ruled.kind, keys }]]) };
      const counted = countedLines(key, versions);
      fc.pre(counted.some(({ isPretest }) => !isPretest));
      const contents = new Map(versions.map(({ versionId, item }) => [versionId, item]));
      const answers = new Map(
        versions.flatMap(({ versionId, item, chosen, places }): [string, Answer][] => {
          if (chosen === null) return [];
          if (item.kind === 'ordering')
            return [[versionId, { places: Object.fromEntries(places.map((one, at) => [one, at + 1])) }]];
          return [[versionId, { chosen: item.kind === 'single' ? chosen.slice(0, 1) : chosen }]];
        }),
      );
      // The judges' sum over the items that count, as a study gives it.
      const cutOf = (of: typeof versions) => ({
        numerator: of.filter(({ isPretest }) => !isPretest).reduce((sum, { percent }) => sum + percent, 0),
        denominator: 100,
      });
      const asIs = { rulings: new Map<string, Ruling>() };
      const before = scoreSitting(versions, keyedContents(asIs, contents), answers, {
        cut: cutOf(versions),
        scale,
        crediting,
      });
      const after = scoreSitting(counted, keyedContents(key, contents), answers, {
        cut: cutOf(counted),
        scale,
        crediting,
      });
      const outcome = outcomeOf(before, after);
      const result: Figures = isApplied(outcome) ? after : before;
      expect(before.passed && !result.passed).toBe(false);
      expect(result.scaledScore).toBeGreaterThanOrEqual(before.scaledScore);
      expect(result.passed).toBe(before.passed || after.passed);
      expect(groupOf(before, after) === 'would_not_pass').toBe(outcome === 'pass_kept');
      // More answers beside the one that was right take nothing from anybody.
      if (keepsOwn) expect(after.earnedParts).toBeGreaterThanOrEqual(before.earnedParts);
      if (outcome !== 'same') changed.any++;
      if (keepsOwn && target.item.kind !== 'single' && outcome === 'passes_now') changed.bySeveral++;
    });
    fc.assert(property, { numRuns: 5000 });
    expect(changed.any).toBeGreaterThan(200);
    expect(changed.bySeveral).toBeGreaterThan(10);
  });

  it('tells by how many points scores move, from the largest loss on', () => {
    const figures = (scaledScore: number): Figures => ({
      earnedParts: 0,
      possibleParts: 1,
      scaledScore,
      passed: false,
    });
    const pair = (before: number, after: number) => ({ before: figures(before), after: figures(after) });
    expect(movesOf([pair(400, 450), pair(410, 400), pair(300, 350), pair(500, 500)])).toEqual([
      { points: -10, people: 1 },
      { points: 0, people: 1 },
      { points: 50, people: 2 },
    ]);
  });
});

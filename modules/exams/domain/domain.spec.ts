import { PARTS_PER_QUESTION, randomSequence, scoreItem, shuffled } from '../../quizzes/items.public.js';
import type { Blueprint } from './blueprint.js';
import { drawForm, type Chance, type FormCandidate } from './draw-form.js';
import { reachesCut, scaledScore } from './scaling.js';
import { scoreSitting } from './score-sitting.js';

const seeded = (seed: number): Chance => {
  const random = randomSequence(seed);
  return { shuffled: (elements) => shuffled(elements, random) };
};
const candidate = (number: number, changes: Partial<FormCandidate> = {}): FormCandidate => ({
  versionId: `v${number}`,
  itemId: `i${number}`,
  kind: 'single',
  examDomain: number % 2 ? 'advocacy' : 'mentoring',
  competency: 'core-1',
  difficulty: (['easy', 'medium', 'hard'] as const)[number % 3] ?? 'easy',
  enemies: [],
  ...changes,
});
const pool = Array.from({ length: 40 }, (_, at) => candidate(at + 1));
const tried = Array.from({ length: 5 }, (_, at) => candidate(at + 101));
const blueprint: Blueprint = { domains: { advocacy: 10, mentoring: 6 }, pretest: 2 };
const linesOf = (drawn: ReturnType<typeof drawForm>) => ('lines' in drawn ? drawn.lines : []);

describe('drawing a form', () => {
  it('keeps the blueprint, and gives the same form for the same seed and another for another', () => {
    const draw = (seed: number) => linesOf(drawForm(blueprint, { scored: pool, pretest: tried }, seeded(seed)));
    const lines = draw(7);
    expect(lines.filter((one) => !one.isPretest && one.examDomain === 'advocacy')).toHaveLength(10);
    expect(lines.filter((one) => !one.isPretest && one.examDomain === 'mentoring')).toHaveLength(6);
    expect(lines.filter((one) => one.isPretest)).toHaveLength(2);
    expect(draw(7)).toEqual(lines);
    expect(draw(8)).not.toEqual(lines);
  });

  it('never puts enemies together, for any of a thousand seeds', () => {
    const hostile = pool.map((one, at) => ({ ...one, enemies: at % 2 ? [`i${at}`] : [`i${at + 2}`] }));
    for (let seed = 0; seed < 1000; seed++) {
      const lines = linesOf(drawForm(blueprint, { scored: hostile, pretest: tried }, seeded(seed)));
      const items = new Set(lines.map(({ itemId }) => itemId));
      expect(lines).toHaveLength(18);
      expect(lines.filter(({ enemies }) => enemies.some((enemy) => items.has(enemy)))).toEqual([]);
    }
  });

  it('keeps the band of difficulty', () => {
    const banded = { ...blueprint, difficulty: { hard: { min: 7, max: 8 }, easy: { min: 0, max: 3 } } };
    const lines = linesOf(drawForm(banded, { scored: pool, pretest: tried }, seeded(3)));
    const scored = lines.filter((one) => !one.isPretest);
    expect(scored.filter(({ difficulty }) => difficulty === 'hard').length).toBeGreaterThanOrEqual(7);
    expect(scored.filter(({ difficulty }) => difficulty === 'easy').length).toBeLessThanOrEqual(3);
  });

  it('asks as few items of the forms before as the bank allows, for any seed, and the same for the same', () => {
    for (let seed = 0; seed < 100; seed++) {
      const draw = (before: ReadonlyMap<string, number>, at = seed) =>
        linesOf(drawForm(blueprint, { scored: pool, pretest: tried }, seeded(at), before));
      const first = draw(new Map(), seed + 1000);
      const before = new Map(first.map(({ itemId }) => [itemId, 1]));
      const second = draw(before);
      // Of 20 items of each domain ten and six are new; of five to try three.
      expect(second.filter(({ itemId }) => before.has(itemId))).toEqual([]);
      expect(draw(before)).toEqual(second);
      const both = new Map([...before, ...second.map(({ itemId }) => [itemId, 1] as const)]);
      const third = draw(both);
      // Nothing new to advocate with, two new ones less for mentoring than would fit, one new one to try.
      expect(third.filter(({ itemId }) => both.has(itemId))).toHaveLength(10 + 0 + 1);
      expect(third.filter(({ isPretest }) => !isPretest)).toHaveLength(16);
    }
  });

  it('keeps enemies apart and the band of difficulty also where new items alone would not', () => {
    const hard = pool.filter(({ difficulty }) => difficulty === 'hard');
    const before = new Map(hard.map(({ itemId }) => [itemId, 1]));
    const banded = { ...blueprint, difficulty: { hard: { min: 5, max: 16 } } };
    const hostile = pool.map((one, at) => ({ ...one, enemies: at % 2 ? [`i${at}`] : [`i${at + 2}`] }));
    for (let seed = 0; seed < 30; seed++) {
      const lines = linesOf(drawForm(banded, { scored: hostile, pretest: tried }, seeded(seed), before));
      const items = new Set(lines.map(({ itemId }) => itemId));
      expect(lines).toHaveLength(18);
      expect(lines.filter(({ enemies }) => enemies.some((enemy) => items.has(enemy)))).toEqual([]);
      const again = lines.filter(({ itemId }) => before.has(itemId)).length;
      expect([again >= 5, again <= 7]).toEqual([true, true]);
    }
  });

  it('says what the bank lacks: a domain, a difficulty, items to try', () => {
    const lacks = (changes: Partial<Blueprint>, scored = pool) => {
      const drawn = drawForm({ ...blueprint, ...changes }, { scored, pretest: tried }, seeded(1));
      return 'lacks' in drawn ? drawn.lacks : null;
    };
    expect(lacks({ domains: { advocacy: 21 } })).toEqual({ what: 'domain', code: 'advocacy', has: 20, needs: 21 });
    expect(lacks({ domains: { legal: 1 } })).toEqual({ what: 'domain', code: 'legal', has: 0, needs: 1 });
    expect(lacks({ pretest: 6 })).toMatchObject({ what: 'pretest', has: 5, needs: 6 });
    expect(lacks({ difficulty: { hard: { min: 16, max: 16 } } })).toMatchObject({ what: 'difficulty', code: 'hard' });
    const allEnemies = pool.map((one) => ({ ...one, enemies: pool.map(({ itemId }) => itemId) }));
    expect(lacks({}, allEnemies)).toMatchObject({ what: 'domain', code: 'advocacy', has: 1, needs: 10 });
  });
});

describe('the scaled score', () => {
  const scale = { min: 200, max: 800, pass: 500 };
  const cut = { numerator: 139, denominator: 2 };
  const at = (items: number) => scaledScore({ earned: items, items: 100, partsPerItem: 1 }, cut, scale);

  it('is lowest for nothing, highest for everything, and passes exactly from the raw cut on', () => {
    expect([at(0), at(69), at(70), at(100)]).toEqual([200, 497, 504, 800]);
    for (let raw = 0; raw <= 100; raw++) {
      expect(at(raw) >= 500).toBe(reachesCut({ earned: raw, items: 100, partsPerItem: 1 }, cut));
      if (raw > 0) expect(at(raw)).toBeGreaterThan(at(raw - 1));
    }
  });

  it('is the pass mark where the raw score is the cut itself, and never a figure that passes one step below', () => {
    const parts = (earned: number) => ({ earned, items: 100, partsPerItem: PARTS_PER_QUESTION });
    const line = (69 * PARTS_PER_QUESTION * 2 + PARTS_PER_QUESTION) / 2;
    expect(scaledScore(parts(line), cut, scale)).toBe(500);
    expect(reachesCut(parts(line), cut)).toBe(true);
    expect(scaledScore(parts(line - 1), cut, scale)).toBe(499);
    expect(reachesCut(parts(line - 1), cut)).toBe(false);
  });

  it('knows a cut of everything and a scale of two figures', () => {
    const all = { numerator: 4, denominator: 1 };
    expect(scaledScore({ earned: 4, items: 4, partsPerItem: 1 }, all, scale)).toBe(800);
    expect(scaledScore({ earned: 3, items: 4, partsPerItem: 1 }, all, { min: 0, max: 1, pass: 1 })).toBe(0);
    expect(scaledScore({ earned: 4, items: 4, partsPerItem: 1 }, all, { min: 0, max: 1, pass: 1 })).toBe(1);
  });
});

describe('the score of a sitting', () => {
  const content = {
    kind: 'multiple' as const,
    stem: 'Which two?',
    options: ['a', 'b', 'c'].map((key) => ({ key, text: key, rationale: key, correct: key !== 'c' })),
  };
  const lines = [
    { versionId: 'one', examDomain: 'advocacy', isPretest: false },
    { versionId: 'two', examDomain: 'mentoring', isPretest: false },
    { versionId: 'try', examDomain: 'mentoring', isPretest: true },
  ];
  const contents = new Map(lines.map(({ versionId }) => [versionId, content]));
  const rules = {
    cut: { numerator: 1, denominator: 1 },
    scale: { min: 200, max: 800, pass: 500 },
    crediting: { partsPerItem: PARTS_PER_QUESTION, creditFor: scoreItem },
  };

  it('gives partial credit, tells domains in percent and leaves pretest items out of everything', () => {
    const answers = new Map([
      ['one', { chosen: ['a', 'b'] }],
      ['two', { chosen: ['a'] }],
    ]);
    const score = scoreSitting(lines, contents, answers, rules);
    expect(score).toEqual({
      earnedParts: 3780,
      possibleParts: 5040,
      scaledScore: 650,
      passed: true,
      domains: { advocacy: 100, mentoring: 50 },
    });
    const triedToo = new Map(answers).set('try', { chosen: ['a', 'b'] });
    expect(scoreSitting(lines, contents, triedToo, rules)).toEqual(score);
  });

  it('is the lowest figure without an answer', () => {
    expect(scoreSitting(lines, contents, new Map(), rules)).toMatchObject({ scaledScore: 200, passed: false });
  });
});

import { fingerprintOf } from './fingerprint.js';
import { differencesBetween } from './differences.js';
import { itemOfRow } from './import-row.js';
import type { ItemContent } from './item.js';
import { flagsOf } from './item-words.js';

const content: ItemContent = {
  kind: 'single',
  stem: 'What comes first?',
  options: [
    { key: 'a', text: 'Listening', rationale: 'Help begins so.', correct: true },
    { key: 'b', text: 'Advising', rationale: 'Nobody asked.' },
  ],
};

describe('a fingerprint', () => {
  it('is the same for the same question in other trimmings', () => {
    const other: ItemContent = {
      ...content,
      stem: '  what  comes\n FIRST? ',
      scenario: 'Another story.',
      options: content.options.toReversed().map((option, at) => ({ ...option, key: `x${at}`, rationale: 'Else.' })),
    };
    expect(fingerprintOf(other)).toBe(fingerprintOf(content));
  });

  it('is another one where the question or an option is another', () => {
    expect(fingerprintOf({ ...content, stem: 'What comes last?' })).not.toBe(fingerprintOf(content));
    expect(fingerprintOf({ ...content, options: content.options.slice(0, 1) })).not.toBe(fingerprintOf(content));
  });
});

describe('differences between versions', () => {
  const head = { examDomain: 'advocacy', competency: 'core-1', difficulty: 'easy' } as const;

  it('name the part, and what it was and is', () => {
    const [first, second] = content.options;
    const after: ItemContent = {
      ...content,
      scenario: 'A first meeting.',
      options: [
        { ...first!, text: 'Hearing somebody out' },
        { ...second!, correct: true },
      ],
    };
    expect(differencesBetween({ head, content }, { head: { ...head, difficulty: 'hard' }, content: after })).toEqual([
      { part: 'Difficulty', before: 'easy', after: 'hard' },
      { part: 'Option a', before: 'Listening', after: 'Hearing somebody out' },
      { part: 'Scenario', before: null, after: 'A first meeting.' },
      { part: 'Option b: key', before: null, after: 'right' },
    ]);
  });

  it('are none between equals', () => {
    expect(differencesBetween({ head, content }, { head, content })).toEqual([]);
  });
});

describe('a line of a file', () => {
  const row = {
    kind: 'multiple',
    exam_domain: 'advocacy',
    competency: 'core-1',
    difficulty: 'Hard',
    stem: 'Which two?',
    option_a: 'One',
    why_a: 'Yes.',
    option_b: 'Two',
    why_b: 'Yes.',
    option_c: 'Three',
    why_c: 'No.',
    right: 'A, b',
    references: 'Book, page 1 | Book, page 2',
  };

  it('is an item', () => {
    expect(itemOfRow(row)).toMatchObject({
      item: {
        difficulty: 'hard',
        content: {
          kind: 'multiple',
          options: [
            { key: 'a', correct: true },
            { key: 'b', correct: true },
            { key: 'c', text: 'Three' },
          ],
          references: ['Book, page 1', 'Book, page 2'],
        },
      },
    });
  });

  it('says by its letters in which order steps belong', () => {
    expect(itemOfRow({ ...row, kind: 'ordering', right: 'c a b' })).toMatchObject({
      item: { content: { options: [{ position: 2 }, { position: 3 }, { position: 1 }] } },
    });
  });

  it.each([
    ['a difficulty nobody knows', { difficulty: 'so-so' }, 'difficulty is easy, medium, hard'],
    ['a letter without an option', { right: 'a d' }, 'right names option d'],
  ])('is told what is wrong with %s', (_, change, told) => {
    expect(itemOfRow({ ...row, ...change })).toEqual({ problem: expect.stringContaining(told) });
  });
});

it.each([
  [0.5, 0.35, []],
  [0.3, 0.21, []],
  [0.29, 0.35, ['Outside .30 to .89']],
  [0.97, null, ['Nearly everybody has it right']],
  [0.19, 0.1, ['Few have it right: look at the key', 'Hardly tells people apart']],
  [0.89, 0.2, ['Hardly tells people apart']],
])('an item with p %d and point-biserial %d is flagged %j', (p, pointBiserial, flags) => {
  expect(flagsOf({ p, pointBiserial })).toEqual(flags);
});

import type { ItemContent } from '../../../quizzes/items.public.js';
import type { ExactCut } from '../scaling.js';

/** What can be ruled of an item that was scored. */
export const rulings = {
  key_changed: 'Another answer is the right one',
  keys_accepted: 'Several answers earn full credit',
  not_counted: 'The item is not counted for anybody',
} as const;
export type RulingKind = keyof typeof rulings;

/** One whole right answer: the letters of its options; of an item that is put in order all of them, in the right order. */
export type Key = readonly string[];

/** A ruling about one version of an item. */
export interface Ruling {
  versionId: string;
  kind: RulingKind;
  /** What is right from now on: one key, several where several whole answers are accepted, none where the item is not counted. */
  keys: readonly Key[];
}

/** How many whole answers of one item can be accepted. */
export const MOST_KEYS = 10;

/** By what a form is scored: what was ruled of its items, the newest of each, and the cut that belongs to it. */
export interface FormKey {
  rulings: ReadonlyMap<string, Ruling>;
  cut: ExactCut;
}

type KeyedItem = Pick<ItemContent, 'kind' | 'options'>;

/**
 * The keys of a ruling as they are told in a form or by a program.
 * @param given one whole answer each, its letters with a space between ("c a b"); of another key its letters may stand one by one, too.
 */
export function keysGiven(kind: RulingKind, given: readonly string[]): Key[] {
  if (kind === 'not_counted') return [];
  const keys = given.map((answer) => answer.split(' '));
  if (kind === 'keys_accepted') return keys;
  return keys.length === 0 ? [] : [keys.flat()];
}

/** Why a ruling cannot be made about an item; null where it can. */
export function rulingProblem(item: KeyedItem, { kind, keys }: Pick<Ruling, 'kind' | 'keys'>): string | null {
  if (kind === 'not_counted') return keys.length === 0 ? null : 'An item that is not counted has no key';
  if (kind === 'key_changed' && keys.length !== 1) return 'Choose at least one right answer';
  if (kind === 'keys_accepted' && keys.length < 2) return 'Name at least two whole answers that earn full credit';
  if (keys.length > MOST_KEYS) return `Name at most ${MOST_KEYS} whole answers`;
  for (const key of keys) {
    const problem = keyProblem(item, key);
    if (problem) return problem;
  }
  if (new Set(keys.map((key) => identity(item, key))).size !== keys.length) return 'Name each answer once';
  return kind === 'key_changed' && keys.some((key) => isOwnKey(item, key)) ? 'This is the key that the item has' : null;
}

function keyProblem({ kind, options }: KeyedItem, key: Key): string | null {
  if (new Set(key).size !== key.length || key.some((letter) => !options.some((option) => option.key === letter))) {
    return 'Choose from the options of the item, each once';
  }
  if (key.length === 0) return 'Choose at least one right answer';
  if (kind === 'single' && key.length !== 1) return 'Choose one option for each right answer';
  return kind === 'ordering' && key.length !== options.length ? 'Give each step its place' : null;
}

/** The same for two keys that ask for the same answer. */
function identity({ kind }: KeyedItem, key: Key): string {
  return (kind === 'ordering' ? key : key.toSorted()).join(' ');
}

/** The item once for each key that holds: whoever answers has the credit of the one by which the answer earns most. */
export function withRuling<T extends KeyedItem>(item: T, { kind, keys }: Pick<Ruling, 'kind' | 'keys'>): T[] {
  if (kind === 'not_counted') return [item];
  return keys.map((key) => {
    const options = item.options.map((option) =>
      item.kind === 'ordering'
        ? { ...option, position: key.indexOf(option.key) + 1 }
        : { ...option, correct: key.includes(option.key) },
    );
    return { ...item, options };
  });
}

/** Gives credit by several keys as it is given by one: the most that an answer earns by any of them. */
export function byBestKey<T, A>(creditFor: (item: T, answer: A) => number): (keyed: readonly T[], answer: A) => number {
  return (keyed, answer) => {
    let most = 0;
    for (const item of keyed) most = Math.max(most, creditFor(item, answer));
    return most;
  };
}

/** The lines of a form as its key counts them: what is not counted is treated like an item that is tried out. */
export function countedLines<T extends { versionId: string; isPretest: boolean }>(
  { rulings: made }: Pick<FormKey, 'rulings'>,
  lines: readonly T[],
): T[] {
  return lines.map((line) => (made.get(line.versionId)?.kind === 'not_counted' ? { ...line, isPretest: true } : line));
}

/** What was asked, once for each key that holds. */
export function keyedContents<T extends KeyedItem>(
  { rulings: made }: Pick<FormKey, 'rulings'>,
  contents: ReadonlyMap<string, T>,
): Map<string, T[]> {
  return new Map(
    [...contents].map(([versionId, content]) => {
      const ruling = made.get(versionId);
      return [versionId, ruling ? withRuling(content, ruling) : [content]];
    }),
  );
}

function isOwnKey({ kind, options }: KeyedItem, key: Key): boolean {
  if (kind === 'ordering') return options.every((option) => key.indexOf(option.key) + 1 === option.position);
  return options.every((option) => key.includes(option.key) === (option.correct === true));
}

import type { ItemContent } from '../../../quizzes/items.public.js';
import type { ExactCut } from '../scaling.js';

/** What can be ruled of an item that was scored. */
export const rulings = {
  key_changed: 'Another answer is the right one',
  keys_accepted: 'Several answers earn full credit',
  not_counted: 'The item is not counted for anybody',
} as const;
export type RulingKind = keyof typeof rulings;

/** A ruling about one version of an item. */
export interface Ruling {
  versionId: string;
  kind: RulingKind;
  /** What is right from now on: keys of options; of an item that is put in order all of them, in the right order; none where it is not counted. */
  keys: readonly string[];
}

/** By what a form is scored: what was ruled of its items, the newest of each, and the cut that belongs to it. */
export interface FormKey {
  rulings: ReadonlyMap<string, Ruling>;
  cut: ExactCut;
}

type KeyedItem = Pick<ItemContent, 'kind' | 'options'>;

/** Why a ruling cannot be made about an item; null where it can. */
export function rulingProblem(item: KeyedItem, { kind, keys }: Pick<Ruling, 'kind' | 'keys'>): string | null {
  if (kind === 'not_counted') return keys.length === 0 ? null : 'An item that is not counted has no key';
  if (new Set(keys).size !== keys.length || keys.some((key) => !item.options.some((option) => option.key === key))) {
    return 'Choose from the options of the item, each once';
  }
  if (kind === 'keys_accepted') {
    if (item.kind !== 'single') return 'Several answers can be accepted where one answer is asked';
    return keys.length > 1 ? null : 'Choose at least two answers that earn full credit';
  }
  if (item.kind === 'single' && keys.length !== 1) return 'Choose the one right answer';
  if (item.kind === 'ordering' && keys.length !== item.options.length) return 'Give each step its place';
  if (keys.length === 0) return 'Choose at least one right answer';
  return sameKey(item, keys) ? 'This is the key that the item has' : null;
}

/** The item with its ruled key: credit is given by it as by any key. */
export function withRuling<T extends KeyedItem>(item: T, { kind, keys }: Ruling): T {
  if (kind === 'not_counted') return item;
  const options = item.options.map((option) =>
    item.kind === 'ordering'
      ? { ...option, position: keys.indexOf(option.key) + 1 }
      : { ...option, correct: keys.includes(option.key) },
  );
  return { ...item, options };
}

/** The lines of a form as its key counts them: what is not counted is treated like an item that is tried out. */
export function countedLines<T extends { versionId: string; isPretest: boolean }>(
  { rulings: made }: Pick<FormKey, 'rulings'>,
  lines: readonly T[],
): T[] {
  return lines.map((line) => (made.get(line.versionId)?.kind === 'not_counted' ? { ...line, isPretest: true } : line));
}

/** What was asked, with the keys that hold. */
export function keyedContents<T extends KeyedItem>(
  { rulings: made }: Pick<FormKey, 'rulings'>,
  contents: ReadonlyMap<string, T>,
): Map<string, T> {
  return new Map(
    [...contents].map(([versionId, content]) => {
      const ruling = made.get(versionId);
      return [versionId, ruling ? withRuling(content, ruling) : content];
    }),
  );
}

function sameKey({ kind, options }: KeyedItem, keys: readonly string[]): boolean {
  if (kind === 'ordering') return options.every(({ key, position }) => keys.indexOf(key) + 1 === position);
  return options.every(({ key, correct }) => keys.includes(key) === (correct === true));
}

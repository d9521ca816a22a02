import type { ItemContent } from './quiz-definition.js';

/**
 * What a person answered: the options they chose (single, multiple), or the place they gave to each option (ordering).
 * Half an answer is an answer too: it is saved as it stands.
 */
export type Answer = { chosen: string[] } | { places: Record<string, number> };

/**
 * An answer in the one shape that fits the item, with keys in a fixed order, so that two equal answers are equal texts.
 *
 * @returns null when the answer does not fit the item: an option it does not have, two options of a single-answer item,
 *   a place it does not have
 */
export function fitToItem(
  item: { kind: ItemContent['kind']; options: readonly { key: string }[] },
  given: { chosen?: unknown; places?: unknown },
): Answer | null {
  const keys = item.options.map((option) => option.key);
  if (item.kind === 'ordering') {
    if (given.chosen !== undefined || !isRecord(given.places)) return null;
    const places = Object.entries(given.places);
    const fits = places.every(([key, place]) => keys.includes(key) && isPlace(place, keys.length));
    if (!fits) return null;
    return { places: Object.fromEntries(places.sort(([a], [b]) => (a < b ? -1 : 1))) as Record<string, number> };
  }
  if (given.places !== undefined || !Array.isArray(given.chosen)) return null;
  const chosen = given.chosen as unknown[];
  if (!chosen.every((key): key is string => typeof key === 'string' && keys.includes(key))) return null;
  const distinct = [...new Set(chosen)].sort();
  return item.kind === 'single' && distinct.length > 1 ? null : { chosen: distinct };
}

/** Whether two answers say the same, whatever the order in which their keys are stored. */
export function sameAnswer(one: Answer, other: Answer): boolean {
  return canonical(one) === canonical(other);
}

/** Whether anything was chosen or placed at all. */
export function isAnswered(answer: Answer | undefined): boolean {
  if (!answer) return false;
  return 'chosen' in answer ? answer.chosen.length > 0 : Object.keys(answer.places).length > 0;
}

/** jsonb does not keep the order of keys, so texts are compared after sorting. */
function canonical(answer: Answer): string {
  return 'chosen' in answer
    ? JSON.stringify([...answer.chosen].sort())
    : JSON.stringify(Object.entries(answer.places).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPlace(value: unknown, places: number): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= places;
}

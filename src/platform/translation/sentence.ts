/** A text with places in it: "You have {count} days left". Its key in a catalogue is the English one. */
const PLACE = /\{([^{}]+)\}/;

/** Letters that somebody reads: neither places nor entities such as `&middot;` count. */
export function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replaceAll(/\{[^{}]*\}|&#?\w+;/g, ' '));
}

/** One blank for any run of them, none at the ends: how a text stands in a catalogue. */
export function asKey(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** The names of its places, sorted. */
export function placesOf(text: string): string[] {
  return [...text.matchAll(new RegExp(PLACE, 'g'))].map(([, name = '']) => name).toSorted();
}

/** Texts and places in turn, beginning with a text: `['You have ', 'count', ' days left']`. */
export function partsOf(text: string): string[] {
  return text.split(PLACE);
}

/**
 * Puts parts into the places of a translation; where a name stands twice, its parts are taken in their order.
 * @returns texts and parts in the translation's order, without empty texts
 */
export function fill<T>(translation: string, parts: readonly { name: string; part: T }[]): (string | T)[] {
  const rest = [...parts];
  return partsOf(translation).flatMap((piece, index): (string | T)[] => {
    if (index % 2 === 0) return piece === '' ? [] : [piece];
    const at = rest.findIndex(({ name }) => name === piece);
    const found = at < 0 ? parts.find(({ name }) => name === piece) : rest.splice(at, 1)[0];
    if (!found) throw new Error(`“${translation}” has a place {${piece}} that the English does not have`);
    return [found.part];
  });
}

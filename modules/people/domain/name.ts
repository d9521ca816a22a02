/** What a person may be called, as characters a reader would count (user-perceived, Unicode UAX #29). */
export const NAME_LIMIT = 200;

/** Some scripts build one readable character from several code points; beyond this a text is not a name any more. */
const CODE_POINT_LIMIT = 1000;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** @returns what keeps `name` (tidied by `src/kernel/tidy-name.ts`) from being kept, or null */
export function nameProblem(name: string): 'missing' | 'too_long' | null {
  // Joiners and spaces alone are nothing to call anybody by.
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(name)) return 'missing';
  if (name.length <= NAME_LIMIT) return null;
  const codePoints = [...name].length;
  if (codePoints > CODE_POINT_LIMIT) return 'too_long';
  return [...graphemes.segment(name)].length > NAME_LIMIT ? 'too_long' : null;
}

/** What to call the person: the chosen name where there is one. */
export function displayName(names: { legalName: string; chosenName: string | null }): string {
  return names.chosenName ?? names.legalName;
}

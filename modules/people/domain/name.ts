/** What a person may be called, as characters a reader would count (user-perceived, Unicode UAX #29). */
export const NAME_LIMIT = 200;

/** Some scripts build one readable character from several code points; beyond this a text is not a name any more. */
const CODE_POINT_LIMIT = 1000;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

// Line breaks and control characters cannot stand on one line of a certificate; the directional overrides would let a
// name reorder the text printed around it. Joiners stay: Persian, Devanagari and emoji need them.
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/**
 * A name as it is kept: Unicode NFC, without control characters, inner white space as one space, trimmed.
 * Nothing else about it is anyone's business: every script, one word or twelve, digits and emoji are names.
 */
export function tidyName(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(unprintable, '').normalize('NFC').replace(/ +/g, ' ').trim();
}

/** @returns what keeps `name` (already tidied) from being kept, or null */
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

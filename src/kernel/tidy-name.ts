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

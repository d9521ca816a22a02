/**
 * The surname check of the public page: whoever knows the surname on a certificate may see the name there. Which word of a
 * name is the surname depends on where the name comes from, so several readings are accepted.
 */

const FAMILY_NAME_FIRST = new Set(['zh', 'ja', 'ko', 'vi', 'hu', 'km', 'mn']);
const IDEOGRAPHS = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}]+$/u;

/** One word or several, without marks, case, spaces and punctuation: "Núñez-O’Neil" → "nunezoneil". */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss')
    .replace(/[^\p{Letter}\p{Number}]/gu, '')
    .normalize('NFC');
}

/**
 * What will be accepted as the surname of `name`.
 * @param language BCP 47 tag of the name, or null where unknown
 * @returns folded readings: every ending ("de la Cruz", "la Cruz", "Cruz"), or for names written family name first its start
 */
export function surnameKeys(name: string, language: string | null): string[] {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => fold(word) !== '');
  const keys = words.map((_, at) => words.slice(Math.max(at, 1)).join(''));
  const first = words[0] ?? '';
  if (words.length === 1) keys.push(first);
  if (FAMILY_NAME_FIRST.has((language ?? '').slice(0, 2))) keys.push(first);
  // Unspaced names: the family name is the first character, rarely the first two.
  if (IDEOGRAPHS.test(first)) keys.push(first, ...[1, 2].map((length) => [...first].slice(0, length).join('')));
  return [...new Set(keys.map(fold).filter((key) => key !== ''))];
}

/** Whether what was typed is one of the accepted readings. */
export function matchesSurname(keys: readonly string[], typed: string): boolean {
  const key = fold(typed);
  return key !== '' && keys.includes(key);
}

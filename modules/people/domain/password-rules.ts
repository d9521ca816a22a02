/**
 * NIST SP 800-63B-4 §3.1.1.2 and OWASP ASVS 5.0, 6.2: length and a blocklist, no rules about kinds of characters, no
 * forced changes. Lengths are Unicode code points.
 */
export const ALONE_MINIMUM = 15;
export const WITH_SECOND_FACTOR_MINIMUM = 8;
export const PASSWORD_MAXIMUM = 128;

/** What everyone tries first on this product. */
const PRODUCT_WORDS = ['goodstanding', 'peersupport', 'peer', 'support', 'recovery', 'certification', 'credential'];

export type PasswordProblem = 'missing' | 'too_short' | 'too_long' | 'well_known' | 'repeated' | 'about_you';

export interface PasswordSetting {
  /** True when a second factor guards the account as well. */
  secondFactor: boolean;
  /** Words a stranger would try for this person: names, the address. */
  personal: readonly string[];
  /** Lower-case passwords that are on public lists. */
  wellKnown: ReadonlySet<string>;
}

/** The form that is measured, hashed and compared: NFKC, so that one password typed on two keyboards is one password. */
export function normalPassword(password: string): string {
  return password.normalize('NFKC');
}

/** In Unicode code points: 15 where the password stands alone, 8 beside a second factor (NIST SP 800-63B-4, 3.1.1.2). */
export function minimumLength({ secondFactor }: Pick<PasswordSetting, 'secondFactor'>): number {
  return secondFactor ? WITH_SECOND_FACTOR_MINIMUM : ALONE_MINIMUM;
}

/** @returns the first reason why `password` would be guessed, or null */
export function passwordProblem(password: string, setting: PasswordSetting): PasswordProblem | null {
  const normal = normalPassword(password);
  const length = [...normal].length;
  if (length === 0) return 'missing';
  if (length > PASSWORD_MAXIMUM) return 'too_long';
  if (length < minimumLength(setting)) return 'too_short';

  const folded = normal.toLowerCase();
  if (isRepetition(folded) || isRun(folded)) return 'repeated';
  if (isListed(folded, setting.wellKnown)) return 'well_known';
  if (isOnlyMadeOf(folded, [...PRODUCT_WORDS, ...setting.personal.flatMap(wordsOf)])) return 'about_you';
  return null;
}

/** One piece over and over ("abcabcabcabcabca"), whatever the piece. */
function isRepetition(text: string): boolean {
  return /^(.+?)\1+$/su.test(text) || /^(.{1,4}?)\1{2,}.{0,3}$/su.test(text);
}

/** Neighbours of the alphabet or of the row of digits all the way. */
function isRun(text: string): boolean {
  const points = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = points.slice(1).map((point, index) => Math.abs(point - (points[index] ?? 0)));
  return steps.length > 0 && steps.every((step) => step <= 1 || step === 9);
}

/** On the list as it stands, or with digits and signs put around it. */
function isListed(text: string, wellKnown: ReadonlySet<string>): boolean {
  const core = text.replace(/^[\p{N}\p{P}\p{S}\s]+|[\p{N}\p{P}\p{S}\s]+$/gu, '');
  return wellKnown.has(text) || (core.length >= 5 && wellKnown.has(core));
}

function wordsOf(text: string): string[] {
  return normalPassword(text)
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => [...word].length >= 3);
}

/** True when little is left once the listed words, digits and signs are taken out. */
function isOnlyMadeOf(text: string, words: readonly string[]): boolean {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ' '), text);
  return rest !== text && [...rest.replace(/[\p{N}\p{P}\p{S}\s]/gu, '')].length < 4;
}

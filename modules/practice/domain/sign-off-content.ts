import { canonicalHash } from '../../../src/kernel/canonical-json.js';
import type { Language } from '../../../src/kernel/languages.js';
import type { DomainMinutes } from './entry.js';

/** The text whose words a supervisor ticks: content/statements. They are part of what is hashed: other words are another signature. */
export const SUPERVISOR_SIGN_OFF = 'supervisor_sign_off';

/** What the text says about the signer, in every language, as schemes ask for it (`supervision.supervisor.qualification`). */
export const SUPERVISOR_QUALIFICATION = 'employer_designated_per_job_description';

/** How the signer was told apart from others, in words that a reader understands in twenty years. */
export const SIGNING_METHOD =
  'Signed by whoever opened a one-use link mailed to the supervisor, and confirmed by a six-digit code mailed to the same address at that moment.';

/** One entry as the supervisor sees and signs it. Plain JSON: dates as ISO text. */
export interface SignedEntry {
  readonly id: string;
  readonly kind: string;
  readonly workedOn: string;
  readonly startsAt: string | null;
  readonly domains: readonly DomainMinutes[];
  readonly minutes: number;
  readonly method: string;
  readonly setting: string;
  readonly activity: string;
  /** The signed entry that this one takes the place of. */
  readonly corrects: string | null;
}

/** Which text the statement is, in which language it was read. */
export interface SignedText {
  readonly code: string;
  readonly version: string;
  readonly language: Language;
}

/** Exactly what is signed. */
export interface SignOffContent {
  /** The words in one line. */
  readonly statement: string;
  /** Not there in what was signed when there was the English statement alone, without a version. */
  readonly text?: SignedText;
  readonly person: { readonly number: string; readonly name: string };
  readonly supervisor: { readonly name: string; readonly email: string };
  readonly entries: readonly SignedEntry[];
}

/** What a supervisor can sign: the content in one language, and its hash. */
export interface SignOffWording {
  readonly content: SignOffContent & { readonly text: SignedText };
  /** What the page shows, what the code is bound to, what is signed. */
  readonly hash: string;
}

/** The same entries in the words of each of the texts. */
export function signOffWordings(
  asked: Omit<SignOffContent, 'statement' | 'text'>,
  texts: readonly (SignedText & { readonly line: string })[],
): SignOffWording[] {
  return texts.map(({ line, code, version, language }) => {
    const content = signOffContent({ statement: line, text: { code, version, language }, ...asked });
    return { content, hash: contentHash(content) };
  });
}

/** The content in one fixed order, so that the same entries always give the same hash. */
export function signOffContent<C extends SignOffContent>(content: C): C {
  const byDay = (a: SignedEntry, b: SignedEntry) =>
    `${a.workedOn} ${a.startsAt ?? ''} ${a.id}` < `${b.workedOn} ${b.startsAt ?? ''} ${b.id}` ? -1 : 1;
  const entries = content.entries.map((entry) => ({
    ...entry,
    domains: [...entry.domains].sort((a, b) => (a.domain < b.domain ? -1 : 1)),
  }));
  return { ...content, entries: entries.sort(byDay) };
}

/** The words that were signed, and their language: before they were in others, all of them were English. */
export function signedStatement({ statement, text }: SignOffContent): { words: string; language: Language } {
  return { words: statement, language: text?.language ?? 'en' };
}

/** SHA-256 of the canonical JSON (RFC 8785), in hexadecimal. */
export function contentHash(content: SignOffContent): string {
  return canonicalHash(content);
}

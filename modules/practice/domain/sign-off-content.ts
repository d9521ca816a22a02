import { canonicalHash } from '../../../src/kernel/canonical-json.js';
import type { DomainMinutes } from './entry.js';

/** The sentence a supervisor ticks. It is part of what is hashed: other words are another signature. */
export const STATEMENT =
  'I supervised this person for the time listed here, as the supervisor my employer designated for it in my job description. To the best of my knowledge the dates, times and kinds of work are right.';

/** What the sentence says about the signer, as schemes ask for it (`supervision.supervisor.qualification`). */
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

/** Exactly what is signed. */
export interface SignOffContent {
  readonly statement: string;
  readonly person: { readonly number: string; readonly name: string };
  readonly supervisor: { readonly name: string; readonly email: string };
  readonly entries: readonly SignedEntry[];
}

/** The content in one fixed order, so that the same entries always give the same hash. */
export function signOffContent(input: Omit<SignOffContent, 'statement'>): SignOffContent {
  const byDay = (a: SignedEntry, b: SignedEntry) =>
    `${a.workedOn} ${a.startsAt ?? ''} ${a.id}` < `${b.workedOn} ${b.startsAt ?? ''} ${b.id}` ? -1 : 1;
  const entries = input.entries.map((entry) => ({
    ...entry,
    domains: [...entry.domains].sort((a, b) => (a.domain < b.domain ? -1 : 1)),
  }));
  return { statement: STATEMENT, ...input, entries: entries.sort(byDay) };
}

/** SHA-256 of the canonical JSON (RFC 8785), in hexadecimal. */
export function contentHash(content: SignOffContent): string {
  return canonicalHash(content);
}

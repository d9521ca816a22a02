import type { Temporal } from 'temporal-polyfill';
import { isoOf } from '../../../src/kernel/dates.js';
import type { PublicCredential, Status } from '../../credentials/credentials.public.js';

/** What a verifier is told; the same in JSON and on the page. */
export interface Answer {
  /** The number as it is printed; what was typed when it cannot be a number. */
  number: string;
  status: Status | 'unknown' | 'mistyped';
  /** Whether the person may say "I am certified" on the date asked about. */
  inGoodStanding: boolean;
  /** First day of that status. */
  since?: string;
  /** What else is true on the same date. */
  also?: Status[];
  credential?: { title: string; scope: string | null; stage: string | null; endorsements: readonly string[] };
  /** Reprimands that are public on the date, with their dates; they do not change the status. */
  notes?: { kind: 'reprimand'; since: string; until: string | null }[];
  body?: { name: string; slug: string; timeZone: string };
  /** First and last valid day of the term. */
  validFrom?: string;
  expiresOn?: string;
  /** Only for who has the certificate or knows the surname on it. */
  holder?: { name: string; language: string | null };
  /** The date the answer is about, in the body's zone. */
  onDate?: string;
  /** The moment of the answer. */
  asOf: string;
  /** In a demonstration: this answer is about no real credential. */
  specimen?: 'SPECIMEN, NOT A CREDENTIAL';
}

const SPECIMEN = 'SPECIMEN, NOT A CREDENTIAL' as const;

/** The answer about a credential that is on the register. */
export function answerOf(
  { number, title, scope, body, standing, holder }: PublicCredential,
  specimen: boolean,
): Answer {
  return {
    number,
    status: standing.status,
    inGoodStanding: standing.status === 'active',
    since: isoOf(standing.since),
    ...(standing.concurrent.length > 0 && { also: standing.concurrent }),
    credential: { title, scope, stage: standing.stage, endorsements: standing.endorsements },
    ...(standing.notes.length > 0 && {
      notes: standing.notes.map(({ kind, since, until }) => {
        return { kind, since: since.toString(), until: until?.toString() ?? null };
      }),
    }),
    body,
    validFrom: isoOf(standing.startsOn),
    expiresOn: isoOf(standing.expiresOn),
    ...(holder && { holder }),
    onDate: isoOf(standing.onDate),
    asOf: standing.knownAt.toString(),
    ...(specimen && { specimen: SPECIMEN }),
  };
}

/** Nothing is on the register under this number, or nothing that is public: the two look alike on purpose. */
export function unknown(number: string, now: Temporal.Instant, specimen: boolean): Answer {
  return withoutCredential(number, 'unknown', now, specimen);
}

/** What was typed cannot be a number: its check symbol does not fit. */
export function mistyped(typed: string, now: Temporal.Instant, specimen: boolean): Answer {
  return withoutCredential(typed.slice(0, 40), 'mistyped', now, specimen);
}

function withoutCredential(number: string, status: 'unknown' | 'mistyped', now: Temporal.Instant, specimen: boolean) {
  return { number, status, inGoodStanding: false, asOf: now.toString(), ...(specimen && { specimen: SPECIMEN }) };
}

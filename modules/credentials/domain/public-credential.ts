import { createHash, timingSafeEqual } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { CredentialEventKind } from './credential-event.js';
import type { PublicTier } from './lapse.js';
import { dayIn, readDate } from './remembered-dates.js';
import { publicEvents, standingOf, type KnownLine, type Standing } from './standing.js';
import { matchesSurname } from './surname.js';

/** One row of the view `public_credential`, as PostgreSQL hands it over. */
export interface PublicCredentialRow {
  number: string;
  title: string;
  scope: string | null;
  scheme_code: string;
  body_name: string;
  body_slug: string;
  body_time_zone: string;
  holder_name: string;
  holder_name_language: string | null;
  surname_keys: string[];
  token_sha256: string;
  events: PublicEventRow[];
}

/** A line of the register, in the order the register learned of it. */
interface PublicEventRow {
  id: string;
  kind: CredentialEventKind;
  effectiveOn: string;
  publicFrom: string;
  termNumber: number | null;
  startsOn: string | null;
  expiresOn: string | null;
  stage: string | null;
  endorsements: string[] | null;
  noteUntil: string | null;
  /** What is told of its term once that has ended; null where it is simply called expired. */
  lapse: readonly PublicTier[] | null;
  amends: string | null;
}

/** What the public may be told about one credential. */
export interface PublicCredential {
  number: string;
  title: string;
  scope: string | null;
  body: { name: string; slug: string; timeZone: string };
  standing: Standing;
  /** Only for who holds the certificate (its token) or knows the surname on it. */
  holder: { name: string; language: string | null } | null;
}

interface Asked {
  /** When it is asked; decides what is public. */
  now: Temporal.Instant;
  /** The date asked about; today in the body's zone when absent. */
  onDate?: Temporal.PlainDate;
  token?: string;
  surname?: string;
}

/** The public answer, computed from the row of one indexed read; null while nothing of it is public yet. */
export function publicCredential(row: PublicCredentialRow, asked: Asked): PublicCredential | null {
  const today = dayIn(row.body_time_zone, asked.now);
  const answer = standingOf(publicEvents(row.events.map(lineOf), today), asked.onDate ?? today, asked.now);
  if (!answer) return null;
  const { number, title, scope } = row;
  const body = { name: row.body_name, slug: row.body_slug, timeZone: row.body_time_zone };
  const holder = mayKnowName(row, asked) ? { name: row.holder_name, language: row.holder_name_language } : null;
  return { number, title, scope, body, standing: answer, holder };
}

function mayKnowName(row: PublicCredentialRow, { token, surname }: Asked): boolean {
  if (surname !== undefined && matchesSurname(row.surname_keys, surname)) return true;
  if (token === undefined) return false;
  const given = createHash('sha256').update(token).digest();
  return timingSafeEqual(given, Buffer.from(row.token_sha256, 'hex'));
}

function lineOf({
  id,
  kind,
  effectiveOn,
  publicFrom,
  stage,
  endorsements,
  lapse,
  amends,
  ...row
}: PublicEventRow): KnownLine {
  const term =
    row.termNumber && row.startsOn && row.expiresOn
      ? { number: row.termNumber, startsOn: readDate(row.startsOn), expiresOn: readDate(row.expiresOn) }
      : null;
  const dates = { effectiveOn: readDate(effectiveOn), publicFrom: readDate(publicFrom) };
  const noteUntil = row.noteUntil === null ? null : readDate(row.noteUntil);
  return { id, kind, ...dates, noteUntil, term, lapse, stage, endorsements, amends };
}

import { createHash, timingSafeEqual } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { CredentialEvent, CredentialEventKind } from './credential-event.js';
import { everythingKnown, publicEvents, standing, type Standing } from './standing.js';
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

interface PublicEventRow {
  id: string;
  kind: CredentialEventKind;
  effectiveOn: string;
  publicFrom: string;
  recordedAt: string;
  termNumber: number | null;
  startsOn: string | null;
  expiresOn: string | null;
  stage: string | null;
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
  const today = asked.now.toZonedDateTimeISO(row.body_time_zone).toPlainDate();
  const events = publicEvents(row.events.map(eventOf), today);
  const answer = standing(events, asked.onDate ?? today, everythingKnown(events, asked.now));
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

function eventOf(row: PublicEventRow): CredentialEvent {
  const { PlainDate, Instant } = Temporal;
  const term =
    row.termNumber && row.startsOn && row.expiresOn
      ? { number: row.termNumber, startsOn: PlainDate.from(row.startsOn), expiresOn: PlainDate.from(row.expiresOn) }
      : null;
  return {
    id: row.id,
    kind: row.kind,
    effectiveOn: PlainDate.from(row.effectiveOn),
    publicFrom: PlainDate.from(row.publicFrom),
    recordedAt: Instant.from(row.recordedAt),
    term,
    stage: row.stage,
    amends: row.amends,
  };
}

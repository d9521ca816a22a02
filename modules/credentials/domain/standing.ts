import { Temporal } from 'temporal-polyfill';
import type { CredentialEvent, Term } from './credential-event.js';
import { lapsed, type PublicTier } from './lapse.js';
import { withoutReversed } from './reversals.js';
import { precedence, type Status } from './status.js';

/** The answer to "what was its status on a date, as far as was known at a moment". */
export interface Standing {
  /** The weightiest of everything that is true on the date. */
  status: Status;
  /** The first day of that status; while not yet in force, the day asked about. */
  since: Temporal.PlainDate;
  /** What else is true on the same date, weightiest first: a credential can be suspended and expired at once. */
  concurrent: Status[];
  stage: string | null;
  /** The scopes it is granted for, by their codes; empty where the scheme has none. */
  endorsements: readonly string[];
  /** Reprimands that are told beside the standing on the date; they do not change it. */
  notes: readonly Note[];
  /** First valid day of the term that covers the date, or else of the last one before it. */
  startsOn: Temporal.PlainDate;
  /** Last valid day of that term and of those that follow it without a gap, as far as they were granted by the date. */
  expiresOn: Temporal.PlainDate;
  onDate: Temporal.PlainDate;
  knownAt: Temporal.Instant;
}

/** A reprimand with its dates. What it was for is not told. */
export interface Note {
  kind: 'reprimand';
  since: Temporal.PlainDate;
  /** The last day on which it is told; null where no end is set. */
  until: Temporal.PlainDate | null;
}

const { compare } = Temporal.PlainDate;
/** The order in which the register learned of lines. */
export const byRecording = (a: CredentialEvent, b: CredentialEvent): number =>
  Temporal.Instant.compare(a.recordedAt, b.recordedAt);

/** A line among others that are all known and stand in the order the register learned of them. */
export type KnownLine = Omit<CredentialEvent, 'recordedAt' | 'anchor' | 'schemeVersionId'>;

/** What the register knew at a moment, in the order it learned it. */
function known(events: readonly CredentialEvent[], knownAt: Temporal.Instant): CredentialEvent[] {
  return events.filter((e) => Temporal.Instant.compare(e.recordedAt, knownAt) <= 0).toSorted(byRecording);
}

/** Each line as last corrected. */
export function corrected<Line extends KnownLine>(lines: readonly Line[]): readonly Line[] {
  const corrections = new Map(lines.filter((e) => e.kind === 'corrected').map((e) => [e.amends, e]));
  if (corrections.size === 0) return lines;
  return lines
    .filter((e) => e.kind !== 'corrected')
    .map((e) => {
      const correction = corrections.get(e.id);
      if (!correction) return e;
      const { effectiveOn, publicFrom } = correction;
      return { ...e, effectiveOn, publicFrom, term: correction.term ?? e.term, stage: correction.stage ?? e.stage };
    });
}

/** A term with what is told of it once it has ended. */
type ToldTerm = Term & { lapse?: readonly PublicTier[] | null };

/** The first day each status holds on the date; a status that does not hold is absent. */
function holding(lines: readonly KnownLine[], on: Temporal.PlainDate): Map<Status, Temporal.PlainDate> {
  const holds = new Map<Status, Temporal.PlainDate>();
  for (const line of lines) {
    if (line.kind === 'reinstated') holds.delete('suspended');
    else if (line.kind === 'suspended' || line.kind === 'revoked') holds.set(line.kind, line.effectiveOn);
    else if (line.kind === 'surrendered' || line.kind === 'superseded') holds.set(line.kind, line.effectiveOn);
  }
  const terms = lines.flatMap(({ term, lapse }) => (term ? [{ ...term, lapse }] : []));
  const first = terms[0];
  const covering = terms.find((term) => covers(term, on));
  if (first && compare(on, first.startsOn) < 0) holds.set('not_yet_in_force', on);
  else if (covering) holds.set('active', latest(coveredSince(terms, covering), reinstatedOn(lines)));
  else {
    const { expiresOn, lapse } = lastEnded(terms, on);
    const { status, since } = lapsed(lapse, expiresOn, on);
    holds.set(status, since);
  }
  return holds;
}

/** The start of the unbroken row of terms that ends with `term`. */
function coveredSince(terms: readonly Term[], term: Term): Temporal.PlainDate {
  const before = terms.find((other) => other.number < term.number && followsOn(other, term));
  return before ? coveredSince(terms, before) : term.startsOn;
}

/** The last valid day of the unbroken row of terms that begins with `term`: who renewed early is valid until the later day. */
function coveredUntil(terms: readonly Term[], term: Term): Temporal.PlainDate {
  const after = terms.find((other) => other.number > term.number && followsOn(term, other));
  return after ? coveredUntil(terms, after) : term.expiresOn;
}

/** Whether a term begins by the day after another: the term of a new stage begins within the one before it. */
function followsOn(before: Term, after: Term): boolean {
  return compare(after.startsOn, before.expiresOn.add({ days: 1 })) <= 0;
}

/** Reprimands in force on the date, oldest first. */
function notesOn(lines: readonly KnownLine[], on: Temporal.PlainDate): Note[] {
  return lines
    .filter(({ kind, noteUntil }) => kind === 'reprimanded' && (noteUntil === null || compare(on, noteUntil) <= 0))
    .map(({ effectiveOn, noteUntil }) => ({ kind: 'reprimand', since: effectiveOn, until: noteUntil }));
}

function reinstatedOn(lines: readonly KnownLine[]): Temporal.PlainDate | null {
  return lines.findLast((line) => line.kind === 'reinstated')?.effectiveOn ?? null;
}

function latest(a: Temporal.PlainDate, b: Temporal.PlainDate | null): Temporal.PlainDate {
  return b && compare(b, a) > 0 ? b : a;
}

function covers(term: Term, on: Temporal.PlainDate): boolean {
  return compare(term.startsOn, on) <= 0 && compare(on, term.expiresOn) <= 0;
}

function lastEnded(terms: readonly ToldTerm[], on: Temporal.PlainDate): ToldTerm {
  const term = terms.findLast((candidate) => compare(candidate.expiresOn, on) < 0) ?? terms[0];
  if (!term) throw new RangeError('a credential is issued with a term');
  return term;
}

/**
 * The standing of one credential, a pure function of its lines.
 * @param events all lines of one credential, in any order
 * @param onDate the day asked about, in the body's zone
 * @param knownAt lines recorded later are left out: yesterday's answer can be given again word for word
 * @returns null where nothing had been issued as far as was known then
 */
export function standing(
  events: readonly CredentialEvent[],
  onDate: Temporal.PlainDate,
  knownAt: Temporal.Instant,
): Standing | null {
  return standingOf(known(events, knownAt), onDate, knownAt);
}

/** The same where all lines are known and in order, as the view of the public register hands them over. */
export function standingOf(
  events: readonly KnownLine[],
  onDate: Temporal.PlainDate,
  knownAt: Temporal.Instant,
): Standing | null {
  const lines = withoutReversed(corrected(events));
  const issued = lines.find((line) => line.kind === 'issued');
  if (!issued) return null;
  const inForce = lines.filter((line) => line === issued || compare(line.effectiveOn, onDate) <= 0);
  const holds = holding(inForce, onDate);
  const [status, ...concurrent] = precedence.filter((candidate) => holds.has(candidate));
  const terms = inForce.flatMap((line) => (line.term ? [line.term] : []));
  const term = terms.findLast((candidate) => compare(candidate.startsOn, onDate) <= 0) ?? terms[0];
  if (!status || !term) throw new RangeError('a credential is issued with a term');
  return {
    status,
    since: holds.get(status) ?? onDate,
    concurrent: concurrent.filter((other) => other !== 'active'),
    stage: inForce.findLast((line) => line.stage !== null)?.stage ?? null,
    endorsements: inForce.findLast((line) => line.endorsements !== null)?.endorsements ?? [],
    notes: notesOn(inForce, onDate),
    startsOn: term.startsOn,
    expiresOn: coveredUntil(terms, term),
    onDate,
    knownAt,
  };
}

/**
 * The moment by which everything that is recorded is known: now, or the newest line where the clock of its process ran
 * ahead by some milliseconds.
 */
export function everythingKnown(events: readonly CredentialEvent[], now: Temporal.Instant): Temporal.Instant {
  const newest = events.toSorted(byRecording).at(-1)?.recordedAt;
  return newest && Temporal.Instant.compare(newest, now) > 0 ? newest : now;
}

/** The lines the public may be told on `today`; fold them with `standing` for the public's answer. */
export function publicEvents<Line extends KnownLine>(events: readonly Line[], today: Temporal.PlainDate): Line[] {
  return events.filter((event) => compare(event.publicFrom, today) <= 0);
}

import type { Temporal } from 'temporal-polyfill';
import type { CredentialEvent, Term, TermAnchor } from './credential-event.js';
import { statusesAfter } from './reversals.js';
import { byRecording, corrected } from './standing.js';
import type { DecidedStatus } from './status.js';

/** What the register's one updatable table holds: the outcome of all lines, those that take effect later included. */
export interface RegisterState {
  status: DecidedStatus;
  /** The first day of that status; after a reversal, of the line that was taken back. */
  statusFrom: Temporal.PlainDate;
  stage: string | null;
  termNumber: number;
  startsOn: Temporal.PlainDate;
  expiresOn: Temporal.PlainDate;
  lastEventId: string;
  lastRecordedAt: Temporal.Instant;
}

/**
 * The register's state after all lines.
 * @throws RangeError for a line that the table of moves does not allow
 */
export function registerState(events: readonly CredentialEvent[]): RegisterState {
  const { lines, last } = inOrder(events);
  const statuses = statusesAfter(lines);
  const [status, term] = [statuses.at(-1), lines.findLast((line) => line.term)?.term];
  if (!status || !term) throw new RangeError('a credential is issued with a term');
  return {
    status,
    statusFrom: lines.findLast((_, at) => statuses[at] !== statuses[at - 1])?.effectiveOn ?? last.effectiveOn,
    stage: lines.findLast((line) => line.stage !== null)?.stage ?? null,
    termNumber: term.number,
    startsOn: term.startsOn,
    expiresOn: term.expiresOn,
    lastEventId: last.id,
    lastRecordedAt: last.recordedAt,
  };
}

/** What the next term of a credential is reckoned by. */
export interface Reckoning {
  /** The newest term. */
  term: Term;
  /** The one that was granted or renewed before it; null for the first. */
  previousTerm: Term | null;
  anchor: TermAnchor;
  stage: string | null;
  /** How often the stage was extended. */
  extensions: number;
  /** Of those, how often since the anchor of the newest term: they are part of its end. */
  extensionsOfTerm: number;
  /** The rules of the newest stage. */
  schemeVersionId: string;
}

/** What the lines say of terms: the newest one, what it is counted from, its stage and its extensions. */
export function reckoningOf(events: readonly CredentialEvent[]): Reckoning {
  const { lines } = inOrder(events);
  const term = lines.findLast((line) => line.term)?.term;
  const anchor = lines.findLast((line) => line.anchor)?.anchor;
  const schemeVersionId = lines.findLast((line) => line.schemeVersionId)?.schemeVersionId;
  if (!term || !anchor || !schemeVersionId) throw new RangeError('a credential is issued with a term');
  const stage = lines.findLast((line) => line.stage !== null)?.stage ?? null;
  const extended = lines.filter((line) => line.kind === 'extended' && line.stage === stage);
  const startsBefore = lines.findLast(
    (line) => line.term && line.kind !== 'extended' && line.term.number < term.number,
  );
  const ofTerm = extended.filter((line) => line.anchor?.on.equals(anchor.on) && line.anchor.n === anchor.n);
  const counts = { extensions: extended.length, extensionsOfTerm: ofTerm.length };
  return { term, previousTerm: startsBefore?.term ?? null, anchor, stage, ...counts, schemeVersionId };
}

/** Corrections applied, in the order the register learned of the lines. */
function inOrder(events: readonly CredentialEvent[]): { lines: readonly CredentialEvent[]; last: CredentialEvent } {
  const sorted = events.toSorted(byRecording);
  const last = sorted.at(-1);
  if (!last) throw new RangeError('a credential has at least one line');
  return { lines: corrected(sorted), last };
}

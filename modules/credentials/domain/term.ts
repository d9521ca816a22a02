import { Temporal } from 'temporal-polyfill';
import type { Term, TermAnchor } from './credential-event.js';

/** Last valid day of the n-th term (1, 2, …) from an anchor, computed by the scheme, never from an earlier end. */
export type TermEnds = (n: number) => Temporal.PlainDate;

/** A term and what it is counted from. */
export interface CountedTerm {
  term: Term;
  anchor: TermAnchor;
}

const { compare } = Temporal.PlainDate;

/**
 * The term that a grant, a new stage or a reinstatement opens. It begins on `startsOn` and ends by the anchor; terms that
 * would end before they begin, where the anchor lies far back, are passed over.
 */
export function termFrom(anchorOn: Temporal.PlainDate, startsOn: Temporal.PlainDate, opens: Opens): CountedTerm {
  const { number = 1, n: from = 1, ends } = opens;
  let n = from;
  while (compare(ends(n), startsOn) < 0) n += 1;
  return { term: { number, startsOn, expiresOn: ends(n) }, anchor: { on: anchorOn, n } };
}

interface Opens {
  /** The number of the term within the credential. */
  number?: number;
  /** The first term from the anchor that may be meant. */
  n?: number;
  ends: TermEnds;
}

/**
 * The term that a renewal opens. Renewed in time it follows the old one without gap or overlap; renewed late it begins on
 * the day of the renewal, so that the days between stay what they were: expired. It still ends by the anchor.
 */
export function nextTerm({ term, anchor }: CountedTerm, renewedOn: Temporal.PlainDate, ends: TermEnds): CountedTerm {
  const opens = { number: term.number + 1, n: anchor.n + 1, ends };
  return termFrom(anchor.on, dayAfterOr(term, renewedOn), opens);
}

/**
 * The term that an extension adds: from the day after the old end, or the day it is granted when that is later.
 * @param expiresOn last valid day with the extension, by the anchor
 * @returns null where that day has passed
 */
export function extendedTerm(
  { term, anchor }: CountedTerm,
  grantedOn: Temporal.PlainDate,
  expiresOn: Temporal.PlainDate,
): CountedTerm | null {
  const startsOn = dayAfterOr(term, grantedOn);
  if (compare(expiresOn, startsOn) < 0) return null;
  return { term: { number: term.number + 1, startsOn, expiresOn }, anchor };
}

function dayAfterOr({ expiresOn }: Term, day: Temporal.PlainDate): Temporal.PlainDate {
  const following = expiresOn.add({ days: 1 });
  return compare(day, following) > 0 ? day : following;
}

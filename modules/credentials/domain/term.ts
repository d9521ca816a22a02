import { Temporal } from 'temporal-polyfill';
import type { Term } from './credential-event.js';

/** Last valid day of term `n` (1, 2, …), computed by the scheme from the anchor, never from an earlier end. */
export type TermEnds = (n: number) => Temporal.PlainDate;

const { compare } = Temporal.PlainDate;

/** The term that a grant opens. */
export function firstTerm(startsOn: Temporal.PlainDate, ends: TermEnds): Term {
  return { number: 1, startsOn, expiresOn: ends(1) };
}

/**
 * The term that a renewal opens. Renewed in time it follows the old one without gap or overlap; renewed late it begins on
 * the day of the renewal, so that the days between stay what they were: expired. It still ends by the anchor, and terms
 * that are wholly past are passed over.
 */
export function nextTerm(last: Term, renewedOn: Temporal.PlainDate, ends: TermEnds): Term {
  const following = last.expiresOn.add({ days: 1 });
  const startsOn = compare(renewedOn, following) > 0 ? renewedOn : following;
  let number = last.number + 1;
  while (compare(ends(number), startsOn) < 0) number += 1;
  return { number, startsOn, expiresOn: ends(number) };
}

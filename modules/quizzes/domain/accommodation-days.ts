import { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../../src/kernel/dates.js';

/** For which days something is made easier. */
export interface Days {
  validFrom: Temporal.PlainDate;
  /** The last day; null without an end. */
  validUntil: Temporal.PlainDate | null;
}

/**
 * What is left of days when something else begins: from today (or from their own first day, where that is to come) until the
 * day before it. Nobody loses a day on which it was to hold.
 * @param next the first day on which they hold no more @returns null where nothing is left
 */
export function daysBefore({ validFrom, validUntil }: Days, next: Temporal.PlainDate, today: Temporal.PlainDate) {
  const first = isBefore(validFrom, today) ? today : validFrom;
  const dayBefore = next.subtract({ days: 1 });
  const last = validUntil && isBefore(validUntil, dayBefore) ? validUntil : dayBefore;
  return isBefore(last, first) ? null : { validFrom: first, validUntil: last };
}

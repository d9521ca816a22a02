import { Temporal } from 'temporal-polyfill';
import { dateIn, isBefore } from '../../../src/kernel/dates.js';

/**
 * The calendar date of `now` in the zone where the day began last. A course belongs to no certifying body, and a fact must
 * not lie in the future of the body that counts it: so its day is the earliest among the bodies'. Without bodies, UTC.
 */
export function earliestDate(zones: readonly string[], now: Temporal.Instant): Temporal.PlainDate {
  const [first, ...others] = (zones.length > 0 ? zones : ['UTC']).map((zone) => dateIn(zone, now));
  if (!first) throw new RangeError('no zone');
  return others.reduce((earliest, date) => (isBefore(date, earliest) ? date : earliest), first);
}

import type { Temporal } from 'temporal-polyfill';
import { isAfter } from '../../../../src/kernel/dates.js';

type Earliest = Temporal.PlainDate | null | undefined;

/** When all of them hold: the latest day; null when one of them never can; undefined when none names a day. */
export function latestOf(days: readonly Earliest[]): Earliest {
  let latest: Earliest;
  for (const day of days) {
    if (day === null) return null;
    if (day && (!latest || isAfter(day, latest))) latest = day;
  }
  return latest;
}

import { Temporal } from 'temporal-polyfill';

/** The calendar date it is in `zone` (IANA name) at `now`. */
export function dateIn(zone: string, now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(zone).toPlainDate();
}

/** The date that somebody wrote as `YYYY-MM-DD`; null for any other text, and for a day that the calendar has not. */
export function readDate(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}

const texts = new WeakMap<Temporal.PlainDate, string>();

/** `YYYY-MM-DD`; a date never changes, so its text is written once. */
export function isoOf(date: Temporal.PlainDate): string {
  const known = texts.get(date);
  if (known !== undefined) return known;
  const text = date.toString();
  texts.set(date, text);
  return text;
}

export function isAfter(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) > 0;
}

export function isBefore(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) < 0;
}

/**
 * `anchor + n × period`, computed from the anchor each time: adding to an already clamped date would lose 29 February
 * and month ends for ever.
 */
export function addPeriods(anchor: Temporal.PlainDate, period: Temporal.Duration, n: number): Temporal.PlainDate {
  const { years, months, weeks, days } = period;
  return anchor.add({ years: years * n, months: months * n, weeks: weeks * n, days: days * n });
}

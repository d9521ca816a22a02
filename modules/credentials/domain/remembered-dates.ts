import { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../src/kernel/dates.js';

// The public register answers thousands of questions a second about the same few thousand days. Reading a date anew, or
// finding the day of a zone, takes longer than all else in an answer; both are pure, so their results can be kept.

const REMEMBERED = 20_000;
const MINUTE_MS = 60_000;

const dates = new Map<string, Temporal.PlainDate>();
const days = new Map<string, { minute: number; day: Temporal.PlainDate }>();

/** `YYYY-MM-DD` as a date. */
export function readDate(iso: string): Temporal.PlainDate {
  const known = dates.get(iso);
  if (known) return known;
  if (dates.size >= REMEMBERED) dates.clear();
  const date = Temporal.PlainDate.from(iso);
  dates.set(iso, date);
  return date;
}

/** The calendar day of an instant in a zone. Days begin with a whole minute in every zone, so that a minute has one day. */
export function dayIn(timeZone: string, now: Temporal.Instant): Temporal.PlainDate {
  const minute = Math.floor(now.epochMilliseconds / MINUTE_MS);
  const known = days.get(timeZone);
  if (known?.minute === minute) return known.day;
  if (days.size >= REMEMBERED) days.clear();
  const day = dateIn(timeZone, now);
  days.set(timeZone, { minute, day });
  return day;
}

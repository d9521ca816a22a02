import { Temporal } from 'temporal-polyfill';

/** The days of one body: its zone, and the days besides Saturday and Sunday on which it does not work (ISO text). */
export interface WorkCalendar {
  readonly zone: string;
  readonly holidays: ReadonlySet<string>;
}

/** A stretch during which a clock stands still. */
export interface Stretch {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

export interface LimitEnd {
  /** The last day within the limit, in the calendar's zone. */
  readonly lastDay: Temporal.PlainDate;
  /** The first instant that is too late. */
  readonly endsAt: Temporal.Instant;
}

const { compare } = Temporal.Instant;

/** Monday to Friday, and none of the body's holidays. @param holidays ISO dates */
export function isBusinessDay(date: Temporal.PlainDate, holidays: ReadonlySet<string>): boolean {
  return date.dayOfWeek <= 5 && !holidays.has(date.toString());
}

/** The n-th business day after a date; the date itself for 0, whatever day it is. */
export function addBusinessDays(
  date: Temporal.PlainDate,
  n: number,
  holidays: ReadonlySet<string>,
): Temporal.PlainDate {
  let day = date;
  for (let left = n; left > 0;) {
    day = day.add({ days: 1 });
    if (isBusinessDay(day, holidays)) left -= 1;
  }
  return day;
}

/** How many business days lie after `from`, up to and with `to`; none when `to` is not later. */
export function businessDaysBetween(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  holidays: ReadonlySet<string>,
): number {
  let count = 0;
  for (let day = from.add({ days: 1 }); Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) {
    if (isBusinessDay(day, holidays)) count += 1;
  }
  return count;
}

/**
 * When a time limit ends that began at an instant and stood still now and then.
 * The day it begins is not counted, nor are days on which a stretch ends that began on an earlier day; a stretch within one
 * day moves nothing. Hours are counted as they pass, through nights on which clocks are put forward or back. A stretch that
 * begins after the end heals nothing.
 * @param limit ISO 8601 period (`P60D`, `P2M`), business days (`P5BD`) or hours (`PT72H`)
 * @param stretches in any order, overlapping or not
 */
export function limitEnd(
  begun: Temporal.Instant,
  limit: string,
  stretches: readonly Stretch[],
  calendar: WorkCalendar,
): LimitEnd {
  const still = apart(stretches.filter(({ to }) => compare(to, begun) > 0));
  const hours = /^PT(\d+)H$/.exec(limit)?.[1];
  return hours === undefined
    ? endOfDays(begun, limit, still, calendar)
    : endOfHours(begun.add({ hours: Number(hours) }), begun, still, calendar);
}

function endOfHours(
  first: Temporal.Instant,
  begun: Temporal.Instant,
  still: readonly Stretch[],
  { zone }: WorkCalendar,
): LimitEnd {
  let endsAt = first;
  for (const { from, to } of still) {
    if (compare(from, endsAt) >= 0) break;
    endsAt = endsAt.add((compare(from, begun) < 0 ? begun : from).until(to));
  }
  return { endsAt, lastDay: endsAt.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(zone).toPlainDate() };
}

function endOfDays(
  begun: Temporal.Instant,
  limit: string,
  still: readonly Stretch[],
  { zone, holidays }: WorkCalendar,
): LimitEnd {
  const dayOf = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO(zone).toPlainDate();
  const businessDays = /^P(\d+)BD$/.exec(limit)?.[1];
  const start = dayOf(begun);
  let lastDay =
    businessDays === undefined
      ? start.add(Temporal.Duration.from(limit))
      : addBusinessDays(start, Number(businessDays), holidays);
  for (const { from, to } of still) {
    const [first, last] = [compare(from, begun) < 0 ? start : dayOf(from), dayOf(to)];
    if (Temporal.PlainDate.compare(first, lastDay) > 0) break;
    lastDay =
      businessDays === undefined
        ? lastDay.add({ days: first.until(last).days })
        : addBusinessDays(lastDay, businessDaysBetween(first, last, holidays), holidays);
  }
  return { lastDay, endsAt: lastDay.add({ days: 1 }).toZonedDateTime(zone).toInstant() };
}

/** The same stretches in order, those that touch or overlap joined: two reasons at once stop one clock once. */
function apart(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const next of stretches.toSorted((a, b) => compare(a.from, b.from))) {
    const before = joined.at(-1);
    if (!before || compare(next.from, before.to) > 0) joined.push(next);
    else if (compare(next.to, before.to) > 0) joined[joined.length - 1] = { from: before.from, to: next.to };
  }
  return joined;
}

import { Temporal } from 'temporal-polyfill';
import type { Anchor, Stage } from '../definition/credential.js';

/** What is known of the day on which a stage was granted; each a date in the body's zone. */
export interface GrantDays {
  /** The day of the decision, which is the day the register issues it. */
  readonly decidedOn: Temporal.PlainDate;
  /** The first day of the stage, where it is another than that of the decision. */
  readonly stageStartsOn?: Temporal.PlainDate;
  /** The day of the sitting that was passed; null where none was asked, or the exam was waived. */
  readonly examPassedOn: Temporal.PlainDate | null;
}

/**
 * The date from which the terms of a stage are counted. A scheme that counts from the exam takes the day of the decision
 * for who had no exam to sit (waived, or by reciprocity).
 */
export function anchorOf({ starts }: Stage, { decidedOn, stageStartsOn, examPassedOn }: GrantDays): Temporal.PlainDate {
  switch (starts) {
    case 'exam_pass_date':
      return examPassedOn ?? decidedOn;
    case 'stage_start':
      return stageStartsOn ?? decidedOn;
    default:
      return decidedOn;
  }
}

/**
 * The last valid day for a day on which the periods since the anchor end.
 *
 * - An anniversary (decision, issue, exam pass, stage start): that day itself, since the day of the grant is not counted in
 *   the period after it. Granted 1 March 2026 for two years: valid through 1 March 2028.
 * - Calendar year: the year of the anchor is the first, and the last valid day is 31 December of the n-th: granted at any
 *   time of 2026 for two years, valid through 31 December 2027.
 * - Fixed day: the last such day that is not later, and is itself valid. Nebraska's 1 September of odd years: granted on
 *   10 March 2026 for two years, valid through 1 September 2027. Where none lies between, the first one after the anchor.
 *
 * @param add gives the anchor plus the periods
 */
export function lastValidDay(
  starts: Anchor | undefined,
  anchorOn: Temporal.PlainDate,
  add: (from: Temporal.PlainDate) => Temporal.PlainDate,
): Temporal.PlainDate {
  if (typeof starts === 'object') return fixedDay(starts, anchorOn, add(anchorOn));
  if (starts !== 'calendar_year') return add(anchorOn);
  const { year } = add(anchorOn.with({ month: 1, day: 1 })).subtract({ days: 1 });
  return Temporal.PlainDate.from({ year: Math.max(year, anchorOn.year), month: 12, day: 31 });
}

type FixedDay = Exclude<Anchor, string>;

function fixedDay(rule: FixedDay, anchorOn: Temporal.PlainDate, end: Temporal.PlainDate): Temporal.PlainDate {
  const { compare } = Temporal.PlainDate;
  for (let { year } = end; year >= anchorOn.year; year -= 1) {
    const day = fixedDayOf(rule, year);
    if (day && compare(day, end) <= 0 && compare(day, anchorOn) > 0) return day;
  }
  for (let { year } = anchorOn; ; year += 1) {
    const day = fixedDayOf(rule, year);
    if (day && compare(day, anchorOn) > 0) return day;
  }
}

/** 29 February is the 28th in common years. */
function fixedDayOf({ fixed_day, years }: FixedDay, year: number): Temporal.PlainDate | null {
  if (years !== 'every' && (year % 2 === 0) !== (years === 'even')) return null;
  const [month = 1, day = 1] = fixed_day.split('-').map(Number);
  return Temporal.PlainDate.from({ year, month, day });
}

import { Temporal } from 'temporal-polyfill';
import type { SchemeDefinition } from '../../schemes/schemes.public.js';

/**
 * The first day on which a decision against a holder may count: `discipline.notice.effect_after` from the day of the
 * decision, or the time to answer where the scheme says no more. Business days are Monday to Friday; hours count as whole days.
 *
 * @returns null where the scheme gives no notice
 */
export function noticeEndsOn(
  { discipline }: SchemeDefinition,
  decidedOn: Temporal.PlainDate,
): Temporal.PlainDate | null {
  const { notice } = discipline;
  if (!notice) return null;
  const limit = notice.effect_after ?? notice.answer_within;
  const businessDays = /^P(\d+)BD$/.exec(limit)?.[1];
  if (businessDays !== undefined) return addBusinessDays(decidedOn, Number(businessDays));
  const hours = /^PT(\d+)H$/.exec(limit)?.[1];
  if (hours !== undefined) return decidedOn.add({ days: Math.ceil(Number(hours) / 24) });
  return decidedOn.add(Temporal.Duration.from(limit));
}

function addBusinessDays(from: Temporal.PlainDate, days: number): Temporal.PlainDate {
  let day = from;
  for (let left = days; left > 0;) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek <= 5) left -= 1;
  }
  return day;
}

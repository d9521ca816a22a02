import { Temporal } from 'temporal-polyfill';
import { REMINDER_DAYS } from './reminder-plan.js';

/** How long after its last day a term is still looked at, so that an outage of months leaves no reminder unsettled. */
const LOOK_BACK_DAYS = 365;

const utcDay = (now: Temporal.Instant): Temporal.PlainDate => now.toZonedDateTimeISO('UTC').toPlainDate();

/** First last-valid day for which a reminder may be unsettled, in any zone of the world. */
export function remindedFrom(now: Temporal.Instant): Temporal.PlainDate {
  return utcDay(now).subtract({ days: LOOK_BACK_DAYS });
}

/** Last last-valid day for which a reminder may be due; a day ahead, since some zones are. */
export function remindedTo(now: Temporal.Instant): Temporal.PlainDate {
  return utcDay(now).add({ days: Math.max(...REMINDER_DAYS) + 1 });
}

import { Temporal } from 'temporal-polyfill';

/** Seconds after the end in which an answer still arrives that was on its way; the same in the database (`quiz_grace`). */
const GRACE_SECONDS = 10;

/** When answers are no longer taken. */
export function closesAt(deadlineAt: Temporal.Instant): Temporal.Instant {
  return deadlineAt.add({ seconds: GRACE_SECONDS });
}

/** Whether the time of an attempt is over, the grace included. */
export function isOver(deadlineAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, closesAt(deadlineAt)) >= 0;
}

/** Whole seconds until the end, the grace not counted; 0 from there on. */
export function secondsUntil(deadlineAt: Temporal.Instant, now: Temporal.Instant): number {
  return Math.max(0, Math.ceil(now.until(deadlineAt).total('seconds')));
}

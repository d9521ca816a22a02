import { Temporal } from 'temporal-polyfill';

/** Seconds after the end in which an answer still arrives that was on its way; the same in the database (`sitting_grace`). */
export const GRACE_SECONDS = 10;

/** When answers are no longer taken. */
export function closesAt(deadlineAt: Temporal.Instant): Temporal.Instant {
  return deadlineAt.add({ seconds: GRACE_SECONDS });
}

/** Whether the time of a sitting is over, the grace included. */
export function isOver(deadlineAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, closesAt(deadlineAt)) >= 0;
}

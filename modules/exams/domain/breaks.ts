import { Temporal } from 'temporal-polyfill';
import type { Accommodation } from './of-quizzes.js';

/** What of a sitting says how its breaks stand. */
export interface BreakTime {
  accommodations: Pick<Accommodation, 'breakMinutes'>;
  /** Latest end of the break that was begun last; null where it was ended. */
  breakUntil: Temporal.Instant | null;
  /** For how long the clock stood still in all, a break under way counted to its latest end. */
  breakSeconds: number;
}

/** The end of the break that is under way; null where none is. */
export function onBreakUntil({ breakUntil }: BreakTime, now: Temporal.Instant): Temporal.Instant | null {
  return breakUntil && Temporal.Instant.compare(now, breakUntil) < 0 ? breakUntil : null;
}

/** Whole seconds of breaks that are left to take. */
export function breakSecondsLeft({ accommodations, breakSeconds }: BreakTime): number {
  return Math.max(0, accommodations.breakMinutes * 60 - breakSeconds);
}

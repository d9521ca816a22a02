import { Temporal } from 'temporal-polyfill';

/** After so many days without anything done, somebody may be glad of a word. */
export const QUIET_DAYS = 10;
/** Sittings of the quiz after which it may be good to look at it together. */
export const SITTINGS = 2;

/** What is known of somebody's way through a course. */
export interface Way {
  /** Null for somebody who is not in the course yet. */
  readonly activity: {
    readonly lastActiveAt: Temporal.Instant;
    readonly isPaused: boolean;
    readonly isFinished: boolean;
    readonly quizNotPassedYet: number;
  } | null;
  /** Titles of sessions that are over and that they were not in, oldest first. */
  readonly missed: readonly string[];
}

/** Why somebody might be glad of a hand. Never a judgement of the person, and never an order among people. */
export type Hand =
  | { readonly kind: 'quiet'; readonly days: number }
  | { readonly kind: 'quiz'; readonly sittings: number }
  | { readonly kind: 'session'; readonly title: string };

/** Nobody who rests or has finished needs a word; of sessions the last one missed is told. */
export function handsFor({ activity, missed }: Way, now: Temporal.Instant): Hand[] {
  if (activity?.isPaused) return [];
  const hands: Hand[] = [];
  if (activity && !activity.isFinished) {
    const days = Math.floor(now.since(activity.lastActiveAt).total('days'));
    if (days >= QUIET_DAYS) hands.push({ kind: 'quiet', days });
    if (activity.quizNotPassedYet >= SITTINGS) hands.push({ kind: 'quiz', sittings: activity.quizNotPassedYet });
  }
  const last = missed.at(-1);
  if (last !== undefined) hands.push({ kind: 'session', title: last });
  return hands;
}

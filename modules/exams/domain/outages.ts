import { Temporal } from 'temporal-polyfill';
import { isOver } from './timing.js';

/** The most minutes that the rule gives back in one sitting, where an exam says nothing else. */
export const OUTAGE_MINUTES = 15;

/** Without a word from the page for longer than this, it is out of reach; it sends one every 30 seconds. */
export const SILENT_SECONDS = 90;

/** A shorter time without a connection costs nobody anything: the questions are on the page, and answers wait there. */
const LEAST_SECONDS = 20;

/** Hours after its end in which a sitting takes late answers; the same in the database (`late_answers_until`). */
export const LATE_HOURS = 72;

/** What the server itself knows of the connection to a sitting. */
export interface Heard {
  /** Anything: the page's word that it is there, or an answer. */
  heardAt: Temporal.Instant;
  /** Whether the page ever sent its word: without its script it does not, and its silence says nothing. */
  speaks: boolean;
  deadlineAt: Temporal.Instant;
  /** Minutes that the rule can still give back in this sitting. */
  left: number;
}

/**
 * The rule for an interruption: what both sides know of is given back, minute for minute, a begun one as a whole one. The device says for
 * how long it reached nobody; it is believed as far as the server heard nothing meanwhile. One that began after the end gives nothing.
 * @returns whole minutes; 0 also where they would not reach to now
 */
export function minutesByRule(
  { heardAt, deadlineAt, left }: Heard,
  saidSeconds: number,
  now: Temporal.Instant,
): number {
  const seconds = Math.min(saidSeconds, heardAt.until(now).total('seconds'));
  if (seconds < LEAST_SECONDS) return 0;
  const began = now.epochMilliseconds - seconds * 1000;
  if (began >= deadlineAt.epochMilliseconds) return 0;
  const minutes = Math.min(Math.ceil(seconds / 60), left);
  return deadlineAt.add({ minutes }).epochMilliseconds > now.epochMilliseconds ? minutes : 0;
}

/**
 * Until when a sitting waits whose page was out of reach as its time ended: as long as the rule could still give time back. Whoever
 * comes back by then goes on; whoever does not has lost nothing, since it ended at its end all the same.
 * @returns null where nothing is to be waited for
 */
export function waitsUntil({ heardAt, speaks, deadlineAt, left }: Heard): Temporal.Instant | null {
  const silent = heardAt.until(deadlineAt).total('seconds');
  return speaks && left > 0 && silent > SILENT_SECONDS ? deadlineAt.add({ minutes: left }) : null;
}

/**
 * Whether a sitting that nobody closed yet is under way: its time runs, or it waits at its end for a page that was out of reach. While it
 * is, its candidate can come back to it, and whoever watches over the room can help.
 */
export function isUnderWay(heard: Heard, now: Temporal.Instant): boolean {
  if (!isOver(heard.deadlineAt, now)) return true;
  const until = waitsUntil(heard);
  return until !== null && !isOver(until, now);
}

/** The fewest whole minutes that, given back now, leave somebody time: 1 before the end. */
export function leastMinutes(deadlineAt: Temporal.Instant, now: Temporal.Instant): number {
  return Math.max(1, Math.floor(deadlineAt.until(now).total('minutes')) + 1);
}

/** The last moment for late answers. @param endedAt when the sitting closed; its end while it has not */
export function lateUntil(endedAt: Temporal.Instant): Temporal.Instant {
  return endedAt.add({ hours: LATE_HOURS });
}

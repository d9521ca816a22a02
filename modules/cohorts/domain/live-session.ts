import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { codeOf, readCode } from './place.js';

/** How a live session is held; facts call it the same. */
export type Delivery = 'in_person' | 'live_online';

const CODE_LENGTH = 6;
const MINUTE_MS = 60_000;
/** Codes can be shown from so long before the beginning to so long after the end. */
export const OPEN_BEFORE_MINUTES = 30;
export const OPEN_AFTER_MINUTES = 30;

/** The code that is shown in the minute of `at`; nobody without the secret can tell it beforehand. */
export function codeAt(secret: string, at: Temporal.Instant): string {
  return codeOfMinute(secret, Math.floor(at.epochMilliseconds / MINUTE_MS));
}

/** Seconds until the code changes. */
export function secondsLeft(at: Temporal.Instant): number {
  return Math.ceil((MINUTE_MS - (at.epochMilliseconds % MINUTE_MS)) / 1000);
}

/** Whether a typed code is the one of this minute, or of the minute before: it takes a moment to type it. */
export function isCode(secret: string, typed: string, at: Temporal.Instant): boolean {
  const minute = Math.floor(at.epochMilliseconds / MINUTE_MS);
  const given = Buffer.from(readCode(typed));
  return [minute, minute - 1].some((one) => {
    const expected = Buffer.from(codeOfMinute(secret, one));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

interface Held {
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
}

/** Whether checking in is still to come, possible or over at this time. */
export function checkInAt(session: Held, at: Temporal.Instant): 'before' | 'open' | 'over' {
  const since = (at.epochMilliseconds - session.startsAt.epochMilliseconds) / MINUTE_MS;
  if (since < -OPEN_BEFORE_MINUTES) return 'before';
  return since <= session.minutes + OPEN_AFTER_MINUTES ? 'open' : 'over';
}

/** Whether people can check in at this time. */
export function isOpenAt(session: Held, at: Temporal.Instant): boolean {
  return checkInAt(session, at) === 'open';
}

function codeOfMinute(secret: string, minute: number): string {
  return codeOf(createHmac('sha256', Buffer.from(secret, 'hex')).update(String(minute)).digest(), CODE_LENGTH);
}

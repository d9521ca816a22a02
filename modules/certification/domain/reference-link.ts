import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';

/** How long a referee's link opens the page, from the request on; a reminder does not make it longer. */
export const LINK_DAYS = 30;
/** After so many days without an answer a referee is reminded, once. */
export const REMIND_AFTER_DAYS = 10;

/** What is kept of a link's token. The token has 256 random bits, so a plain hash tells nothing about it. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The moment from which a link opens nothing any more. */
export function linkExpiry(askedAt: Temporal.Instant): Temporal.Instant {
  return askedAt.add({ hours: 24 * LINK_DAYS });
}

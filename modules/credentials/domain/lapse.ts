import { Temporal } from 'temporal-polyfill';
import type { Status } from './status.js';

/** Of a lapse tier of a scheme, what the public is told: until when, counted from the last valid day, it is called what. */
export interface PublicTier {
  /** ISO-8601 period; null for the last tier. */
  readonly to: string | null;
  /** Null where the board does not say what it calls the credential meanwhile. */
  readonly public_status: 'expired' | null;
}

/**
 * What a term is called on a day after its last valid one, and since when. The first tier begins on the next day, in a
 * period of grace too.
 * @param tiers of the rules the term was opened under, first to last; absent where it is simply called expired
 */
export function lapsed(
  tiers: readonly PublicTier[] | null | undefined,
  expiresOn: Temporal.PlainDate,
  on: Temporal.PlainDate,
): { status: Status; since: Temporal.PlainDate } {
  let since = expiresOn.add({ days: 1 });
  for (const [at, { to, public_status: told }] of (tiers ?? []).entries()) {
    const endsOn = to === null ? null : expiresOn.add(Temporal.Duration.from(to));
    if (!endsOn || Temporal.PlainDate.compare(on, endsOn) <= 0) return { status: told ?? 'not_active', since };
    if (tiers?.[at + 1]?.public_status !== told) since = endsOn.add({ days: 1 });
  }
  return { status: 'expired', since };
}

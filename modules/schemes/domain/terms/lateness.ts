import { Temporal } from 'temporal-polyfill';
import { isAfter } from '../../../../src/kernel/dates.js';
import type { SchemeDefinition } from '../scheme-definition.js';
import { termEnd, type TermPlace } from './term-end.js';

/**
 * The first day on which a renewal may be asked for. A scheme without a window (`opens_before_expiry: null`) takes renewals
 * at any time of the last cycle.
 */
export function renewalOpensOn({ renewal }: SchemeDefinition, expiresOn: Temporal.PlainDate): Temporal.PlainDate {
  return expiresOn.subtract(Temporal.Duration.from(renewal.opens_before_expiry ?? renewal.cycle));
}

/** What a person whose credential has expired may do, and until when. */
export interface LapseTier {
  /**
   * `renew_late`: the holder renews, for the fee · `reinstate`: a registrar decides, and terms may be counted anew ·
   * `reapply`: a new application.
   */
  readonly action: 'renew_late' | 'reinstate' | 'reapply';
  /** Null where the board does not say what it calls the credential meanwhile: it is told as not active. */
  readonly publicStatus: 'expired' | null;
  /** In the currency of the scheme, on top of the renewal fee; null when none is stated. */
  readonly fee: number | null;
  /** First and last day of the tier; no last day when it never ends. */
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate | null;
}

/**
 * The scheme's answer to lateness on a date. Tiers count from the last valid day: one that runs to P6M ends on the same
 * day of the month half a year later, that day included.
 *
 * @param place where the term stands. With it the days are computed from the anchor: a term of 31 August that ended on
 * 28 February has a tier of half a year that ends on 31 August, not on the 28th
 * @returns null while the credential is valid or within the grace period, in which a renewal is not late
 */
export function lapseTier(
  definition: SchemeDefinition,
  expiresOn: Temporal.PlainDate,
  onDate: Temporal.PlainDate,
  place?: TermPlace,
): LapseTier | null {
  const { grace, tiers } = definition.lapse;
  const later = daysAfter(definition, expiresOn, place);
  if (!isAfter(onDate, later(grace))) return null;
  for (const { from, to, action, public_status, fee } of tiers) {
    const endsOn = to === null ? null : later(to);
    if (endsOn && isAfter(onDate, endsOn)) continue;
    const startsOn = later(from).add({ days: 1 });
    return { action, publicStatus: public_status, fee: fee ?? null, startsOn, endsOn };
  }
  throw new RangeError(`no lapse tier covers ${onDate.toString()}`);
}

/**
 * What the public is told of a credential whose last valid day has passed: `expired`, or null where the board does not say.
 * The first tier begins on the next day, in a period of grace too.
 */
export function publicLapse(
  definition: SchemeDefinition,
  expiresOn: Temporal.PlainDate,
  onDate: Temporal.PlainDate,
): 'expired' | null {
  const withoutGrace = { ...definition, lapse: { ...definition.lapse, grace: 'P0D' } };
  return lapseTier(withoutGrace, expiresOn, onDate)?.publicStatus ?? null;
}

/** A period after the last valid day: from the anchor where that leads to the same day, else from the day itself (a corrected one). */
function daysAfter(definition: SchemeDefinition, expiresOn: Temporal.PlainDate, place: TermPlace | undefined) {
  if (place && termEnd(definition, place).equals(expiresOn)) return (plus: string) => termEnd(definition, place, plus);
  return (plus: string) => expiresOn.add(Temporal.Duration.from(plus));
}

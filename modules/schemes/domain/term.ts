import { Temporal } from 'temporal-polyfill';
import { isAfter } from '../../../src/kernel/dates.js';
import type { SchemeDefinition } from './scheme-definition.js';

/**
 * The last valid day of a credential after `n` terms: `anchor + n × period`, the anniversary itself, since the day of the
 * grant is not counted in the period that follows it. Granted 1 March 2026 for two years: valid through 1 March 2028, the
 * next term begins on 2 March. Each term is computed from the anchor, so a credential of 29 February is valid through
 * 28 February in common years and through the 29th again in leap years; nothing is ever added to a clamped date.
 *
 * @param anchor the date the scheme names (`credential.stages[].starts`): the day of the decision
 * @param n how many terms were granted: 1 for the first, 2 after the first renewal
 */
export function termEnd(definition: SchemeDefinition, anchor: Temporal.PlainDate, n: number): Temporal.PlainDate {
  const first = Temporal.Duration.from(definition.credential.stages[0].validity);
  if (n === 1) return anchor.add(first);
  const cycle = Temporal.Duration.from(definition.renewal.cycle);
  return anchor.add(addDurations(first, times(cycle, n - 1)));
}

/** The first day of term `n`: the anchor itself, or the day after the last day of the term before. */
export function termStart(definition: SchemeDefinition, anchor: Temporal.PlainDate, n: number): Temporal.PlainDate {
  return n === 1 ? anchor : termEnd(definition, anchor, n - 1).add({ days: 1 });
}

/** The first day on which a renewal may be asked for. */
export function renewalOpensOn(definition: SchemeDefinition, expiresOn: Temporal.PlainDate): Temporal.PlainDate {
  return expiresOn.subtract(Temporal.Duration.from(definition.renewal.opens_before_expiry ?? definition.renewal.cycle));
}

/** What a person whose credential has expired may do, and until when. */
export interface LapseTier {
  readonly action: 'renew_late' | 'reinstate' | 'reapply';
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
 * @returns null while the credential is valid or within the grace period, in which a renewal is not late
 */
export function lapseTier(
  { lapse }: SchemeDefinition,
  expiresOn: Temporal.PlainDate,
  onDate: Temporal.PlainDate,
): LapseTier | null {
  if (!isAfter(onDate, expiresOn.add(Temporal.Duration.from(lapse.grace)))) return null;
  for (const { from, to, action, public_status, fee } of lapse.tiers) {
    const endsOn = to === null ? null : expiresOn.add(Temporal.Duration.from(to));
    if (endsOn && isAfter(onDate, endsOn)) continue;
    const startsOn = expiresOn.add(Temporal.Duration.from(from)).add({ days: 1 });
    return { action, publicStatus: public_status, fee: fee ?? null, startsOn, endsOn };
  }
  throw new RangeError(`no lapse tier covers ${onDate.toString()}`);
}

function times({ years, months, weeks, days }: Temporal.Duration, n: number): Temporal.Duration {
  return Temporal.Duration.from({ years: years * n, months: months * n, weeks: weeks * n, days: days * n });
}

/** Field by field: how many days a month has is decided once, when the sum is added to the anchor. */
function addDurations(a: Temporal.Duration, b: Temporal.Duration): Temporal.Duration {
  return Temporal.Duration.from({
    years: a.years + b.years,
    months: a.months + b.months,
    weeks: a.weeks + b.weeks,
    days: a.days + b.days,
  });
}

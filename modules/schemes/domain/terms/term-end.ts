import { Temporal } from 'temporal-polyfill';
import type { SchemeDefinition } from '../scheme-definition.js';
import { lastValidDay } from './anchor.js';
import { stageOf } from './stage.js';

/** Where a term stands: the n-th of a stage since its anchor. */
export interface TermPlace {
  /** The first stage of the scheme where it is left out. */
  readonly stage?: string | null;
  readonly anchorOn: Temporal.PlainDate;
  /** 1 for the first term from the anchor, 2 after the first renewal. */
  readonly n: number;
  /** How often the term was extended. */
  readonly extensions?: number;
}

const NOTHING = 'P0D';

/**
 * The last valid day of a term: `anchor + first period + (n − 1) × cycle + extensions × extension`, summed up field by field
 * and added to the anchor once. So a credential of 29 February is valid through 28 February in common years and through the
 * 29th again in leap years, and a month end comes back after a shorter month: nothing is ever added to a clamped date.
 *
 * @param plus a further period after the term, such as the beginning of a lapse tier
 * @throws RangeError for a stage that the scheme does not have
 */
export function termEnd(definition: SchemeDefinition, place: TermPlace, plus: string = NOTHING): Temporal.PlainDate {
  const stage = stageOf(definition, place.stage);
  const sum = (extra: string) =>
    total([
      [stage.validity, 1],
      [definition.renewal.cycle, place.n - 1],
      [stage.extension ?? NOTHING, place.extensions ?? 0],
      [extra, 1],
    ]);
  const isAnniversary = typeof stage.starts !== 'object' && stage.starts !== 'calendar_year';
  if (isAnniversary) return place.anchorOn.add(sum(plus));
  // The end of a year and a fixed day are the same each time, so that what follows may be added to them.
  const end = lastValidDay(stage.starts, place.anchorOn, (from) => from.add(sum(NOTHING)));
  return end.add(Temporal.Duration.from(plus));
}

/** Field by field: how many days a month has is decided once, when the sum is added to the anchor. */
function total(parts: readonly (readonly [period: string, times: number])[]): Temporal.Duration {
  const sum = { years: 0, months: 0, weeks: 0, days: 0 };
  for (const [period, times] of parts) {
    const { years, months, weeks, days } = Temporal.Duration.from(period);
    sum.years += years * times;
    sum.months += months * times;
    sum.weeks += weeks * times;
    sum.days += days * times;
  }
  return Temporal.Duration.from(sum);
}

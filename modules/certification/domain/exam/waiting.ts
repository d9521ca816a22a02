import { Temporal } from 'temporal-polyfill';

/** One sitting that was reported. */
export interface Sitting {
  readonly satOn: Temporal.PlainDate;
  readonly passed: boolean;
}

/**
 * The first day on which the next sitting counts: the wait runs from the last sitting that counted and did not pass. A sitting
 * inside the wait is recorded, does not count and starts no new wait (as the scheme's own evaluation has it).
 * @param wait ISO 8601 duration; null where the scheme asks for none
 * @returns null when it counts at once
 */
export function nextSittingOn(sittings: readonly Sitting[], wait: string | null): Temporal.PlainDate | null {
  if (!wait) return null;
  let opens: Temporal.PlainDate | null = null;
  for (const { satOn, passed } of sittings.toSorted((a, b) => Temporal.PlainDate.compare(a.satOn, b.satOn))) {
    if (opens && Temporal.PlainDate.compare(satOn, opens) < 0) continue;
    opens = passed ? null : satOn.add(Temporal.Duration.from(wait));
  }
  return opens;
}

/** The day from which a sitting would have counted, where it was too early. */
export function waitBrokenBy(
  satOn: Temporal.PlainDate,
  earlier: readonly Sitting[],
  wait: string | null,
): Temporal.PlainDate | null {
  const before = earlier.filter((one) => Temporal.PlainDate.compare(one.satOn, satOn) < 0);
  const opens = nextSittingOn(before, wait);
  return opens && Temporal.PlainDate.compare(satOn, opens) < 0 ? opens : null;
}

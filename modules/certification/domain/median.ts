import type { Temporal } from 'temporal-polyfill';

/** The middle of some whole numbers, two middles averaged; null of none: nothing is not zero. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** The months of the last year, `2026-03`, the present one last. */
export function lastTwelveMonths(today: Temporal.PlainDate): string[] {
  return Array.from({ length: 12 }, (_, back) =>
    today
      .toPlainYearMonth()
      .subtract({ months: 11 - back })
      .toString(),
  );
}

/**
 * Sums of a sample of pairs of whole numbers, from which variances and correlations follow without any rounding: the subtraction
 * of two nearly equal products, which loses everything in floating point, is done in whole numbers.
 */
export interface PairSums {
  n: number;
  x: bigint;
  y: bigint;
  xx: bigint;
  yy: bigint;
  xy: bigint;
}

/** n² times the variance of a whole-number sample; divide by n(n−1) for the variance told of a sample. */
export function spread(n: number, sum: bigint, squares: bigint): bigint {
  return BigInt(n) * squares - sum * sum;
}

/** Variance of a sample (divided by n−1) in units of `unit`²; 0 below two observations. */
export function sampleVariance(n: number, sum: bigint, squares: bigint, unit: number): number {
  return n < 2 ? 0 : Number(spread(n, sum, squares)) / (n * (n - 1)) / (unit * unit);
}

/** Pearson's correlation, -1 to 1; null where one of the two never varies. */
export function correlation({ n, x, y, xx, yy, xy }: PairSums): number | null {
  const [a, b] = [Number(spread(n, x, xx)), Number(spread(n, y, yy))];
  if (a === 0 || b === 0) return null;
  const r = Number(BigInt(n) * xy - x * y) / (Math.sqrt(a) * Math.sqrt(b));
  return Math.max(-1, Math.min(1, r));
}

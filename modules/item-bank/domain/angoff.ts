/** One judge's word on one item: of 100 people who are just able enough, how many have it right. */
export interface Estimate {
  versionId: string;
  judgeId: string;
  /** Whole percent, 0 to 100. */
  percent: number;
}

export interface Cut {
  /** In items, exact and in lowest terms. */
  numerator: number;
  denominator: number;
  /** Standard error of the mean across judges, in items, rounded to 4 places; null with one judge. */
  standardError: number | null;
}

/**
 * Modified Angoff: the cut score is the sum over items of the mean of the judges' estimates. Computed in whole numbers: with J
 * judges it is the sum of all estimates over 100 × J. The standard error is the standard deviation of the judges' own cut
 * scores (n − 1) over the root of J.
 * @param estimates one for each pair of judge and item
 * @throws Error when a pair is missing or stands there twice: a cut score of a part would look like one of the whole
 */
export function cutOf(estimates: readonly Estimate[]): Cut {
  const byJudge = new Map<string, bigint>();
  const versions = new Set<string>();
  const pairs = new Set<string>();
  for (const { versionId, judgeId, percent } of estimates) {
    versions.add(versionId);
    pairs.add(`${judgeId} ${versionId}`);
    byJudge.set(judgeId, (byJudge.get(judgeId) ?? 0n) + BigInt(percent));
  }
  if (estimates.length === 0 || pairs.size !== estimates.length || pairs.size !== versions.size * byJudge.size) {
    throw new Error('A cut score takes one estimate of each judge for each item');
  }
  const sums = [...byJudge.values()];
  const total = sums.reduce((sum, own) => sum + own, 0n);
  const divisor = gcd(total, 100n * BigInt(sums.length));
  return {
    numerator: Number(total / divisor),
    denominator: Number((100n * BigInt(sums.length)) / divisor),
    standardError: standardErrorOf(sums),
  };
}

/** What the judges gave to one item. */
export interface ItemJudgement {
  versionId: string;
  /** Sum of the estimates and how many there are: the mean is their quotient. */
  sum: number;
  count: number;
  lowest: number;
  highest: number;
}

/** Item by item, in the order in which items first appear. */
export function judgements(estimates: readonly Estimate[]): ItemJudgement[] {
  const found = new Map<string, ItemJudgement>();
  for (const { versionId, percent } of estimates) {
    const one = found.get(versionId) ?? { versionId, sum: 0, count: 0, lowest: percent, highest: percent };
    found.set(versionId, {
      versionId,
      sum: one.sum + percent,
      count: one.count + 1,
      lowest: Math.min(one.lowest, percent),
      highest: Math.max(one.highest, percent),
    });
  }
  return [...found.values()];
}

/** Each judge's own cut score in hundredths of an item, by judge. */
export function ownCuts(estimates: readonly Estimate[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { judgeId, percent } of estimates) sums.set(judgeId, (sums.get(judgeId) ?? 0) + percent);
  return sums;
}

/** A quotient of whole numbers as text with so many decimal places, half rounded up; both not negative. */
export function decimal(numerator: number, denominator: number, places: number): string {
  const scaled = (2n * BigInt(numerator) * 10n ** BigInt(places) + BigInt(denominator)) / (2n * BigInt(denominator));
  const digits = scaled.toString().padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** The least whole score that is not below the cut: who reaches it, passes. */
export function rawCutOf({ numerator, denominator }: Pick<Cut, 'numerator' | 'denominator'>): number {
  return Math.ceil(numerator / denominator);
}

function standardErrorOf(sums: readonly bigint[]): number | null {
  const judges = BigInt(sums.length);
  if (judges < 2n) return null;
  const total = sums.reduce((sum, own) => sum + own, 0n);
  const squares = sums.reduce((sum, own) => sum + own * own, 0n);
  // J² (J − 1) times the squared standard error, in whole squared hundredths: no rounding before the root.
  const spread = judges * squares - total * total;
  const error = Math.sqrt(Number(spread) / Number(judges * judges * (judges - 1n))) / 100;
  return Math.round(error * 10_000) / 10_000;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a === 0n ? 1n : a) : gcd(b, a % b);
}

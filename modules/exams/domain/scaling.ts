export interface Scale {
  min: number;
  max: number;
  pass: number;
}

/** In items, exact: `numerator / denominator`. */
export interface ExactCut {
  numerator: number;
  denominator: number;
}

export interface RawScore {
  /** In parts of an item, `partsPerItem` each. */
  earned: number;
  /** How many items are scored. */
  items: number;
  partsPerItem: number;
}

/** Whether a raw score reaches the cut, compared exactly. With whole items it is the least whole score not below the cut. */
export function reachesCut({ earned, partsPerItem }: RawScore, cut: ExactCut): boolean {
  return BigInt(earned) * BigInt(cut.denominator) >= BigInt(cut.numerator) * BigInt(partsPerItem);
}

/**
 * Raw to scaled, by two straight lines that meet where the raw cut is the pass mark (as IC&RC does with 200 to 800 and 500):
 * nothing right is the lowest figure, everything right the highest. Computed in whole numbers and rounded once, downwards, so
 * that no figure below the pass mark is ever told as one that passes.
 * @returns whole points
 */
export function scaledScore(raw: RawScore, cut: ExactCut, { min, max, pass }: Scale): number {
  // Everything in units of 1 / (denominator × partsPerItem) of an item.
  const earned = BigInt(raw.earned) * BigInt(cut.denominator);
  const line = BigInt(cut.numerator) * BigInt(raw.partsPerItem);
  const all = BigInt(raw.items) * BigInt(raw.partsPerItem) * BigInt(cut.denominator);
  if (earned < line) return min + Number((BigInt(pass - min) * earned) / line);
  if (all === line) return max;
  return pass + Number((BigInt(max - pass) * (earned - line)) / (all - line));
}

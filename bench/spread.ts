/** The median of several rounds with the lowest and the highest of them, to `digits` places. */
export function spreadOf(values: readonly number[], digits = 2): { median: number; between: [number, number] } {
  const sorted = values.map((value) => Number(value.toFixed(digits))).toSorted((a, b) => a - b);
  const at = (place: number) => sorted[place] ?? Number.NaN;
  return { median: at(Math.floor(sorted.length / 2)), between: [at(0), at(sorted.length - 1)] };
}

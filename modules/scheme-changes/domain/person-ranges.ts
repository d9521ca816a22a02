/** Persons above one id, up to and with another; open at an end that is null. */
export interface PersonRange {
  readonly above: string | null;
  readonly upTo: string | null;
}

/** The ranges between bounds that rise: they touch, leave nobody out and name nobody twice, whoever comes later included. */
export function rangesBetween(bounds: readonly string[]): PersonRange[] {
  const edges = [null, ...bounds, null];
  return edges.slice(1).map((upTo, index) => ({ above: edges[index] ?? null, upTo }));
}

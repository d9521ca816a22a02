/** Gives the next number in [0, 1) of a fixed sequence. */
export type RandomSequence = () => number;

/**
 * Mulberry32: the same 32-bit seed gives the same sequence on every machine, so that a drawn form can be explained
 * later. Never for secrets.
 */
export function randomSequence(seed: number): RandomSequence {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A new array with the same elements in the order the sequence decides (Fisher–Yates). */
export function shuffled<T>(elements: readonly T[], random: RandomSequence): T[] {
  const result = [...elements];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}

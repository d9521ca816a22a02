import type { FormCandidate } from './draw-form.js';

/** How many items there are to draw from. */
export interface Supply {
  items: number;
  byDomain: Record<string, number>;
  byDifficulty: Record<FormCandidate['difficulty'], number>;
}

/** Counts what there is to draw from, so that an author of a blueprint sees what it can ask for. */
export function supplyOf(candidates: readonly Pick<FormCandidate, 'examDomain' | 'difficulty'>[]): Supply {
  const supply: Supply = { items: 0, byDomain: {}, byDifficulty: { easy: 0, medium: 0, hard: 0 } };
  for (const { examDomain, difficulty } of candidates) {
    supply.items++;
    supply.byDomain[examDomain] = (supply.byDomain[examDomain] ?? 0) + 1;
    supply.byDifficulty[difficulty]++;
  }
  return supply;
}

import type { Clause } from '../eligibility-tree.js';

/**
 * Which minutes a clause counted up to its need, by fact: those of each part first, then others until the whole is full, earliest
 * first. What is counted beyond the need is left out.
 */
export function neededMinutes({ unit, need = 0, counted, children }: Clause<unknown>): Map<string, number> {
  const used = new Map<string, number>();
  if (unit !== 'minutes') return used;
  let left = need;
  const take = (factId: string, minutes: number) => {
    if (minutes <= 0) return;
    used.set(factId, (used.get(factId) ?? 0) + minutes);
    left -= minutes;
  };
  for (const part of children) {
    if (part.unit !== 'minutes') continue;
    let partLeft = part.need ?? 0;
    for (const { factId, minutes } of part.counted) {
      const some = Math.min(minutes ?? 0, partLeft);
      partLeft -= some;
      take(factId, some);
    }
  }
  for (const { factId, minutes } of counted) take(factId, Math.min((minutes ?? 0) - (used.get(factId) ?? 0), left));
  return used;
}

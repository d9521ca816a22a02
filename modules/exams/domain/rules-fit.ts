import { scoredItems, type Blueprint } from './blueprint.js';

/** Where an exam is not as its scheme says: what the rules say, and what the exam has. */
export interface Difference {
  what: 'items' | 'minutes';
  rules: number;
  exam: number;
}

/**
 * Items are those that a candidate is asked, the ones that are tried out among them. What the rules leave open cannot differ.
 * @returns what differs, items first; empty where the exam is as the rules say
 */
export function differencesFrom(
  rules: { items: number | null; minutes: number | null },
  { blueprint, minutesAllowed }: { blueprint: Blueprint; minutesAllowed: number },
): Difference[] {
  const has = { items: scoredItems(blueprint) + blueprint.pretest, minutes: minutesAllowed };
  return (['items', 'minutes'] as const).flatMap((what) => {
    const asked = rules[what];
    return asked === null || asked === has[what] ? [] : [{ what, rules: asked, exam: has[what] }];
  });
}

/** "The rules say 75 items, this exam has 18." */
export function differenceWords({ what, rules, exam }: Difference): string {
  return `The rules say ${rules} ${what}, this exam has ${exam}${what === 'items' ? ' with those that are tried out' : ''}.`;
}

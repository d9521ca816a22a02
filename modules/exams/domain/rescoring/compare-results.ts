/** What a sitting earned, as it is told. */
export interface Figures {
  earnedParts: number;
  possibleParts: number;
  scaledScore: number;
  passed: boolean;
}

/**
 * What a rescore makes of a result. Nobody is worse off by it: what would be lower is recorded and not applied (`score_kept`,
 * `pass_kept`); only a decision about one person takes a pass back.
 */
export type RescoreOutcome = 'same' | 'raised' | 'passes_now' | 'score_kept' | 'pass_kept';

/** What becomes of a result: a change of pass or not speaks before the score does. Parts alone, at the same scaled score, are the same. */
export function outcomeOf(before: Figures, after: Figures): RescoreOutcome {
  if (before.passed !== after.passed) return after.passed ? 'passes_now' : 'pass_kept';
  if (after.scaledScore === before.scaledScore) return 'same';
  return after.scaledScore > before.scaledScore ? 'raised' : 'score_kept';
}

/** Whether the new figures become the result. */
export function isApplied(outcome: RescoreOutcome): boolean {
  return outcome === 'raised' || outcome === 'passes_now';
}

/** How a preview sorts people: by what the outcome was and would be. */
export const previewGroups = {
  would_pass: 'Would now pass',
  would_not_pass: 'Would no longer pass',
  stays_passed: 'Stays passed',
  stays_not_passed_yet: 'Stays not passed yet',
} as const;
export type PreviewGroup = keyof typeof previewGroups;

/** The group of the preview that a person falls into; what would be worse is shown there although it is never applied. */
export function groupOf(before: Pick<Figures, 'passed'>, after: Pick<Figures, 'passed'>): PreviewGroup {
  if (before.passed) return after.passed ? 'stays_passed' : 'would_not_pass';
  return after.passed ? 'would_pass' : 'stays_not_passed_yet';
}

/** By how many scaled points scores move: how many people for each change, from the largest loss to the largest gain. */
export function movesOf(pairs: readonly { before: Figures; after: Figures }[]): { points: number; people: number }[] {
  const counts = new Map<number, number>();
  for (const { before, after } of pairs) {
    const points = after.scaledScore - before.scaledScore;
    counts.set(points, (counts.get(points) ?? 0) + 1);
  }
  return [...counts].map(([points, people]) => ({ points, people })).sort((a, b) => a.points - b.points);
}

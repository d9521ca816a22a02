export const DRAFT_STATES = ['draft', 'in_review', 'reviewed', 'published', 'discarded'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/**
 * What may become of a draft, and there is nothing else. The same table is in the database (`course_draft_move`), where a trigger
 * refuses what is not in it, and a review or publication by anybody who wrote some of the text.
 */
export const draftMoves = {
  hand_in: { draft: 'in_review' },
  return: { in_review: 'draft', reviewed: 'draft' },
  review: { in_review: 'reviewed' },
  publish: { reviewed: 'published' },
  discard: { draft: 'discarded', in_review: 'discarded', reviewed: 'discarded' },
} as const satisfies Record<string, Partial<Record<DraftState, DraftState>>>;

export type DraftMove = keyof typeof draftMoves;

/** Where a move leads from a state; null where it is not open. */
export function movedTo(move: DraftMove, from: DraftState): DraftState | null {
  const pairs: Partial<Record<DraftState, DraftState>> = draftMoves[move];
  return pairs[from] ?? null;
}

/** What a draft waits for: a second person's review or publication, or an answer of its authors to what was said of it. */
export type WaitsFor = 'review' | 'publication' | 'answer';

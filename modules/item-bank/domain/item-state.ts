import type { ItemState } from './item.js';

/** `replace` is what becomes of a version when a newer one of its item takes its place. */
export const ITEM_MOVES = ['hand_in', 'return', 'review', 'pretest', 'activate', 'retire', 'replace'] as const;
export type ItemMove = (typeof ITEM_MOVES)[number];

/**
 * Every move that a version may make, and there is no other. The same table is in the database (`bank_item_move`), where a
 * foreign key refuses what is not in it. A draft that is handed in waits for a reviewer and is still a draft.
 */
export const itemMoves: Record<ItemMove, Partial<Record<ItemState, ItemState>>> = {
  hand_in: { draft: 'draft' },
  return: { draft: 'draft' },
  review: { draft: 'reviewed' },
  pretest: { reviewed: 'pretest' },
  activate: { pretest: 'active' },
  retire: { draft: 'retired', reviewed: 'retired', pretest: 'retired', active: 'retired' },
  replace: { draft: 'retired', reviewed: 'retired', pretest: 'retired', active: 'retired' },
};

/** The state after a move, or null where the table has no such move. */
export function stateAfter(state: ItemState, move: ItemMove): ItemState | null {
  return itemMoves[move][state] ?? null;
}

/** Who acts on a version, as far as it matters for a move. */
export interface Mover {
  isReviewer: boolean;
  isPsychometrician: boolean;
  /** An author of the bank, who wrote this very version. */
  isItsAuthor: boolean;
  /** Wrote this version or handed it in, in whatever role. */
  hadAPart: boolean;
}

interface MovedVersion {
  state: ItemState;
  /** Whether it waits for a reviewer. */
  handedIn: boolean;
}

/** The moves somebody may make now; a second person reviews, and `replace` happens by itself. */
export function movesFor(version: MovedVersion, mover: Mover): ItemMove[] {
  return ITEM_MOVES.filter((move) => stateAfter(version.state, move) !== null && mayMake(move, version, mover));
}

function mayMake(move: ItemMove, { state, handedIn }: MovedVersion, mover: Mover): boolean {
  switch (move) {
    case 'hand_in':
      return !handedIn && (mover.isItsAuthor || mover.isPsychometrician);
    case 'return':
    case 'review':
      return handedIn && mover.isReviewer && !mover.hadAPart;
    case 'pretest':
    case 'activate':
      return mover.isPsychometrician;
    case 'retire':
      return mover.isPsychometrician || (state === 'draft' && mover.isItsAuthor);
    case 'replace':
      return false;
  }
}

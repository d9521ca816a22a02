/** `submitted`: the registrar's turn · `returned`: the holder's turn · `confirmed`: the next term is open, for good. */
export const RENEWAL_STATES = ['submitted', 'returned', 'confirmed'] as const;
export type RenewalState = (typeof RENEWAL_STATES)[number];

/** A renewal begins here: sent by its holder. */
export const FIRST_STATE: RenewalState = 'submitted';

export const RENEWAL_MOVES = ['return', 'submit', 'confirm'] as const;
export type RenewalMove = (typeof RENEWAL_MOVES)[number];

/**
 * Every move a renewal may make, and there is no other. The database holds the same table (constraint
 * `renewal_step_is_a_move`).
 */
export const renewalMoves: Record<RenewalMove, Partial<Record<RenewalState, RenewalState>>> = {
  return: { submitted: 'returned' },
  submit: { returned: 'submitted' },
  confirm: { submitted: 'confirmed' },
};

/** The state after a move, or null where the table has no such move. */
export function stateAfter(state: RenewalState, move: RenewalMove): RenewalState | null {
  return renewalMoves[move][state] ?? null;
}

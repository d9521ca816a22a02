/**
 * `submitted`: the registrar's turn · `returned`: the holder's turn · `denial_proposed`: a second person's turn · `denied`: not
 * granted, with a route of appeal, and may be sent anew · `confirmed`: the next term is open, for good.
 */
export const RENEWAL_STATES = ['submitted', 'returned', 'denial_proposed', 'denied', 'confirmed'] as const;
export type RenewalState = (typeof RENEWAL_STATES)[number];

/** A renewal begins here: sent by its holder. */
export const FIRST_STATE: RenewalState = 'submitted';

export const RENEWAL_MOVES = [
  'return',
  'submit',
  'confirm',
  'propose_denial',
  'object',
  'deny',
  'send_anew',
  'reopen',
  'restore',
] as const;
export type RenewalMove = (typeof RENEWAL_MOVES)[number];

/**
 * Every move a renewal may make, and there is no other. The database holds the same table (constraint
 * `renewal_step_is_a_move`).
 */
export const renewalMoves: Record<RenewalMove, Partial<Record<RenewalState, RenewalState>>> = {
  return: { submitted: 'returned' },
  submit: { returned: 'submitted' },
  confirm: { submitted: 'confirmed' },
  propose_denial: { submitted: 'denial_proposed' },
  object: { denial_proposed: 'submitted' },
  // Without a proposal only where the scheme lets one person deny.
  deny: { submitted: 'denied', denial_proposed: 'denied' },
  send_anew: { denied: 'submitted' },
  // An appeal sent it back, or took the denial back; the holder may have sent it anew meanwhile.
  reopen: { denied: 'submitted' },
  restore: { denied: 'confirmed', submitted: 'confirmed', returned: 'confirmed', denial_proposed: 'confirmed' },
};

/** The state after a move, or null where the table has no such move. */
export function stateAfter(state: RenewalState, move: RenewalMove): RenewalState | null {
  return renewalMoves[move][state] ?? null;
}

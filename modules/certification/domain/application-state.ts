export const APPLICATION_STATES = [
  'draft',
  'submitted',
  'returned',
  'under_review',
  'admitted',
  'granted',
  'denied',
  'withdrawn',
  'timed_out',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

export const APPLICATION_MOVES = [
  'submit',
  'claim',
  'release',
  'return',
  'admit',
  'grant',
  'deny',
  'withdraw',
  'time_out',
  'reopen',
] as const;
export type ApplicationMove = (typeof APPLICATION_MOVES)[number];

/**
 * Every move an application may make, and there is no other (ISO/IEC 17024: an applicant becomes a candidate by admission,
 * and only a candidate is certified). The same table is in the database (`application_move`), where a foreign key refuses
 * what is not in it.
 */
export const applicationMoves: Record<ApplicationMove, Partial<Record<ApplicationState, ApplicationState>>> = {
  submit: { draft: 'submitted', returned: 'submitted' },
  claim: { submitted: 'under_review' },
  release: { under_review: 'submitted' },
  return: { under_review: 'returned' },
  admit: { under_review: 'admitted' },
  grant: { admitted: 'granted' },
  // Nobody is kept waiting for an admission that cannot come: a case under review may be decided against, with reasons.
  deny: { under_review: 'denied', admitted: 'denied' },
  withdraw: {
    draft: 'withdrawn',
    submitted: 'withdrawn',
    returned: 'withdrawn',
    under_review: 'withdrawn',
    admitted: 'withdrawn',
  },
  // Time runs only while it is the person's turn, never while the body has the case.
  time_out: { draft: 'timed_out', returned: 'timed_out', admitted: 'timed_out' },
  // An appeal took the denial back: it is reviewed, and decided by others than before.
  reopen: { denied: 'submitted' },
};

/** The state after a move, or null where the table has no such move. */
export function stateAfter(state: ApplicationState, move: ApplicationMove): ApplicationState | null {
  return applicationMoves[move][state] ?? null;
}

/** Whether nothing can happen to it any more, unless an appeal opens it again. */
export function isClosed(state: ApplicationState): boolean {
  return APPLICATION_MOVES.every((move) => move === 'reopen' || stateAfter(state, move) === null);
}

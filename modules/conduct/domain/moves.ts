/** From which state a move leads where. There is no other move; the same tables are in the database (`*_move`). */
export type MoveTable<State extends string, Move extends string> = Record<Move, Partial<Record<State, State>>>;

export const COMPLAINT_STATES = [
  'received',
  'in_review',
  'notice_given',
  'ready',
  'found',
  'proposed',
  'dismissed',
  'sanctioned',
  'not_taken_up',
] as const;
export type ComplaintState = (typeof COMPLAINT_STATES)[number];

export const COMPLAINT_MOVES = [
  'assign',
  'set_aside',
  'give_notice',
  'answer',
  'close_answers',
  'extend',
  'find',
  'propose',
  'object',
  'dismiss',
  'sanction',
  'reopen',
] as const;
export type ComplaintMove = (typeof COMPLAINT_MOVES)[number];

export const complaintMoves: MoveTable<ComplaintState, ComplaintMove> = {
  assign: { received: 'in_review', in_review: 'in_review', notice_given: 'notice_given', ready: 'ready' },
  set_aside: { in_review: 'not_taken_up' },
  give_notice: { in_review: 'notice_given' },
  answer: { notice_given: 'ready' },
  // Nobody waits for an answer for ever: once its time is over, the file is ready without one.
  close_answers: { notice_given: 'ready' },
  extend: {
    in_review: 'in_review',
    notice_given: 'notice_given',
    ready: 'ready',
    found: 'found',
    proposed: 'proposed',
  },
  find: { ready: 'found' },
  propose: { found: 'proposed' },
  object: { proposed: 'found' },
  dismiss: { proposed: 'dismissed' },
  sanction: { proposed: 'sanctioned' },
  // An appeal sent it back: finding and decision are made anew, by others.
  reopen: { sanctioned: 'ready' },
};

export const SANCTION_STATES = ['pending', 'provisional', 'in_effect', 'cancelled', 'ended', 'reversed'] as const;
export type SanctionState = (typeof SANCTION_STATES)[number];

export const SANCTION_MOVES = ['take_effect', 'cancel', 'confirm', 'lapse', 'lift', 'reverse'] as const;
export type SanctionMove = (typeof SANCTION_MOVES)[number];

/** A sanction begins pending, until notice and appeal are over; in an emergency provisional, until another confirms it. */
export const sanctionMoves: MoveTable<SanctionState, SanctionMove> = {
  take_effect: { pending: 'in_effect' },
  cancel: { pending: 'cancelled' },
  confirm: { provisional: 'in_effect' },
  lapse: { provisional: 'ended' },
  lift: { provisional: 'ended', in_effect: 'ended' },
  reverse: { provisional: 'reversed', in_effect: 'reversed', ended: 'reversed' },
};

export const APPEAL_STATES = [
  'filed',
  'in_review',
  'found',
  'proposed',
  'upheld',
  'overturned',
  'sent_back',
  'withdrawn',
] as const;
export type AppealState = (typeof APPEAL_STATES)[number];

export const APPEAL_MOVES = [
  'assign',
  'find',
  'propose',
  'object',
  'uphold',
  'overturn',
  'send_back',
  'withdraw',
] as const;
export type AppealMove = (typeof APPEAL_MOVES)[number];

export const appealMoves: MoveTable<AppealState, AppealMove> = {
  assign: { filed: 'in_review', in_review: 'in_review' },
  find: { in_review: 'found' },
  propose: { found: 'proposed' },
  object: { proposed: 'found' },
  uphold: { proposed: 'upheld' },
  overturn: { proposed: 'overturned' },
  send_back: { proposed: 'sent_back' },
  withdraw: { filed: 'withdrawn', in_review: 'withdrawn', found: 'withdrawn', proposed: 'withdrawn' },
};

/** The state after a move, or null where the table has no such move. */
export function stateAfter<State extends string, Move extends string>(
  table: MoveTable<State, Move>,
  state: State,
  move: Move,
): State | null {
  return table[move][state] ?? null;
}

const CLOSED_COMPLAINTS: readonly ComplaintState[] = ['dismissed', 'sanctioned', 'not_taken_up'];
const CLOSED_APPEALS: readonly AppealState[] = ['upheld', 'overturned', 'sent_back', 'withdrawn'];

/** Whether it is decided or not taken up; only an appeal opens it again. */
export const isComplaintClosed = (state: ComplaintState): boolean => CLOSED_COMPLAINTS.includes(state);
export const isAppealClosed = (state: AppealState): boolean => CLOSED_APPEALS.includes(state);

export const STUDY_STATES = ['prepared', 'round_1', 'round_2', 'closed', 'stopped'] as const;
export type StudyState = (typeof STUDY_STATES)[number];

export const STUDY_MOVES = ['open', 'next_round', 'close', 'stop'] as const;
export type StudyMove = (typeof STUDY_MOVES)[number];

/** Every move of a study; the same table is in the database (`angoff_study_move`). */
export const studyMoves: Record<StudyMove, Partial<Record<StudyState, StudyState>>> = {
  open: { prepared: 'round_1' },
  next_round: { round_1: 'round_2' },
  close: { round_1: 'closed', round_2: 'closed' },
  stop: { prepared: 'stopped', round_1: 'stopped', round_2: 'stopped' },
};

/** The state after a move of a study with so many rounds, or null: one with two rounds closes only after the second. */
export function studyAfter(state: StudyState, move: StudyMove, rounds: number): StudyState | null {
  const to = studyMoves[move][state] ?? null;
  if (move === 'next_round') return rounds === 2 ? to : null;
  return move === 'close' && roundOf(state) !== rounds ? null : to;
}

/** The round in which judges give their estimates now; null outside of one. */
export function roundOf(state: StudyState): 1 | 2 | null {
  return state === 'round_1' ? 1 : state === 'round_2' ? 2 : null;
}

export const studyWords: Record<StudyState, string> = {
  prepared: 'Being prepared',
  round_1: 'First round open',
  round_2: 'Second round open',
  closed: 'Closed',
  stopped: 'Stopped',
};
